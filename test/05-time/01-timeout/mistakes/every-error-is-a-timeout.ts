/**
 * @belief If the job fails, its time was up.
 * @says only a timeout is a timeout
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
  } catch {
    throw new DOMException('too late', 'TimeoutError')
  } finally {
    clearTimeout(timer)
  }
}
