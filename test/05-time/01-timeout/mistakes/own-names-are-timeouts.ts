/**
 * @belief An AbortError can only come from my own abort.
 * @says with an error of its own, named AbortError
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
    return value
  } catch (error) {
    const { name } = (error ?? {}) as Error
    throw controller.signal.aborted || name === 'AbortError' ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
