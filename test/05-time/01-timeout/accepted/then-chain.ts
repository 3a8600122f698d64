type Job<T> = (signal: AbortSignal) => Promise<T>

export function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const bell = new AbortController()
  const ring = () => bell.abort(new DOMException('The time is up.', 'TimeoutError'))
  const timer = setTimeout(ring, ms)
  return Promise.resolve(bell.signal)
    .then(job)
    .finally(() => clearTimeout(timer))
    .then(
      (value) => (bell.signal.aborted ? Promise.reject(bell.signal.reason) : value),
      (error) => Promise.reject(bell.signal.aborted ? bell.signal.reason : error),
    )
}
