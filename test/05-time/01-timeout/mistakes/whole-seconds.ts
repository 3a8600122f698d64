/**
 * @belief A limit is a number of whole seconds.
 * @says and has 0.5: a TimeoutError should come
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), Math.ceil(ms / 1_000) * 1_000)
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
