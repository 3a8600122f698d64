/**
 * @belief A promise made by hand fails by itself when the job does.
 * @says withTimeout never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const error = new DOMException('too late', 'TimeoutError')
    const timer = setTimeout(() => controller.abort(error), ms)
    job(controller.signal).then(
      (value) => {
        clearTimeout(timer)
        if (controller.signal.aborted) reject(error)
        else resolve(value)
      },
      () => {
        clearTimeout(timer)
        if (controller.signal.aborted) reject(error)
      },
    )
  })
}
