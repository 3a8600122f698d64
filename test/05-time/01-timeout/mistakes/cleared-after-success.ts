/**
 * @belief The line after the await is always reached.
 * @says A timer of 5 seconds
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const value = await job(controller.signal)
    if (controller.signal.aborted) throw tooLate
    clearTimeout(timer)
    return value
  } catch (error) {
    throw controller.signal.aborted ? tooLate : error
  }
}
