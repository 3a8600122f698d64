/**
 * @belief abort says by itself that the time is up.
 * @says AbortError
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), ms)
  try {
    const value = await job(controller.signal)
    controller.signal.throwIfAborted()
    return value
  } catch (error) {
    throw error
  } finally {
    clearTimeout(timer)
  }
}
