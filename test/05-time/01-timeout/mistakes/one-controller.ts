/**
 * @belief One controller at the top of the file will do.
 * @says The soup needs 4 of its 5 seconds
 */
const controller = new AbortController()

/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const value = await job(controller.signal)
    if (controller.signal.aborted) throw tooLate
    return value
  } catch (error) {
    throw controller.signal.aborted ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
