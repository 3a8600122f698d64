/**
 * @belief A job always returns a promise.
 * @says The job throws
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ms)
  return job(signal)
    .then(
      (value) => {
        signal.throwIfAborted()
        return value
      },
      (error: unknown) => {
        signal.throwIfAborted()
        throw error
      },
    )
    .finally(() => clearTimeout(timer))
}
