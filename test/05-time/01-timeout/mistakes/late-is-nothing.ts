/**
 * @belief A function that is too late has no result.
 * @says An error with the name "TimeoutError" should come
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  try {
    const value = await job(controller.signal)
    return controller.signal.aborted ? (undefined as T) : value
  } catch (error) {
    if (controller.signal.aborted) return undefined as T
    throw error
  } finally {
    clearTimeout(timer)
  }
}
