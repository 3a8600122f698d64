type Close = () => void | Promise<void>

/** A single promise, and two functions that call each other. */
export function withStack<T>(use: (defer: (close: Close) => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stack: Close[] = []
    const errors: unknown[] = []

    const end = (value?: T) => {
      const close = stack.pop()
      if (close) return attempt(close, () => end(value))
      if (errors.length === 0) return resolve(value as T)
      reject((errors.length === 1 ? errors[0] : new AggregateError(errors)) as Error)
    }

    const attempt = <R>(what: () => R | Promise<R>, then: (value?: R) => void) => {
      const failed = (error: unknown) => {
        errors.push(error)
        then()
      }
      let started: R | Promise<R>
      try {
        started = what()
      } catch (error) {
        return failed(error)
      }
      Promise.resolve(started).then(then, failed)
    }

    attempt(() => use((close) => stack.push(close)), end)
  })
}
