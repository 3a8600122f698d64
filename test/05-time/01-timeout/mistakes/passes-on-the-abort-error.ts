/**
 * @belief The error of a job that was called off tells that its time was up.
 * @says as the timers of Node do. The time was up
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), ms)
  try {
    const value = await job(signal)
    signal.throwIfAborted()
    return value
  } finally {
    clearTimeout(timer)
  }
}
