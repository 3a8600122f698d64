/**
 * @belief A timer that only watches need not keep Node open.
 * @says unref() make such timers
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  timer.unref()
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
