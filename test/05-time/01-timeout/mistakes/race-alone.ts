/**
 * @belief Whoever loses a race is over.
 * @says A timer of 5 seconds
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const alarm = new Promise<never>((_, reject) => {
    setTimeout(() => {
      const error = new DOMException('too late', 'TimeoutError')
      controller.abort(error)
      reject(error)
    }, ms)
  })
  return Promise.race([job(controller.signal), alarm])
}
