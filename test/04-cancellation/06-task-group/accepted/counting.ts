type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

/** Callbacks and a count of those who are still there. */
export function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const { signal: outer } = options
  const cancelled = new Error('cancelled')
  const group = new AbortController()

  return new Promise((resolve, reject) => {
    let running = 0
    let over = false
    let value: T
    const errors: unknown[] = []

    const cancel = () => group.abort(cancelled)
    const leave = () => {
      running -= 1
      if (running > 0) return
      over = true
      outer?.removeEventListener('abort', cancel)
      if (outer?.aborted) reject(outer.reason)
      else if (errors.length > 0) reject(new AggregateError(errors))
      else resolve(value)
    }
    const enter = <R>(work: () => Promise<R>, done: (result: R) => void): Promise<R> => {
      running += 1
      let member: Promise<R>
      try {
        member = Promise.resolve(work())
      } catch (error) {
        member = Promise.reject(error)
      }
      member.then(
        (result) => {
          done(result)
          leave()
        },
        (error: unknown) => {
          if (error !== cancelled && !errors.includes(error)) errors.push(error)
          cancel()
          leave()
        },
      )
      return member
    }

    if (outer?.aborted) return reject(outer.reason)
    outer?.addEventListener('abort', cancel)
    enter(
      () =>
        body((job) => {
          if (over || group.signal.aborted) {
            const refused = Promise.reject(cancelled)
            refused.catch(() => undefined)
            return refused
          }
          return enter(
            () => job(group.signal),
            () => undefined,
          )
        }),
      (result) => {
        value = result
      },
    )
  })
}
