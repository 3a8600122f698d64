/**
 * @belief Better late than never: what is there is handed out.
 * @says has its bread ready at second 9
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const value = await job(controller.signal)
    return value
  } catch (error) {
    throw controller.signal.aborted ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
