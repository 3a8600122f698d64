/**
 * @belief It is enough to look at the clock when the job is done.
 * @says withTimeout rejected at second 9 instead of 5
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const start = Date.now()
  try {
    const value = await job(controller.signal)
    if (Date.now() - start > ms) throw tooLate
    return value
  } catch (error) {
    throw Date.now() - start > ms ? tooLate : error
  }
}
