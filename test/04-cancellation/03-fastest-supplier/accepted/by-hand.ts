type Job<T> = (signal: AbortSignal) => Promise<T>

/** A promise made by hand that counts the failures. */
export function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const others = new AbortController()
    const errors = new Array<unknown>(jobs.length)
    let left = jobs.length
    if (left === 0) return reject(new AggregateError(errors))

    jobs.forEach((job, index) => {
      job(others.signal).then(
        (value) => {
          others.abort(new Error('somebody else was faster'))
          resolve(value)
        },
        (error: unknown) => {
          errors[index] = error
          left -= 1
          if (left === 0) reject(new AggregateError(errors, 'nobody could deliver'))
        },
      )
    })
  })
}
