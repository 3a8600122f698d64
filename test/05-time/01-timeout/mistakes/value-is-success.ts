/**
 * @belief A job that has succeeded has a value.
 * @says The job resolves in time to
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const value = await job(controller.signal)
    if (value && !controller.signal.aborted) return value
    throw tooLate
  } catch (error) {
    throw controller.signal.aborted || error === tooLate ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
