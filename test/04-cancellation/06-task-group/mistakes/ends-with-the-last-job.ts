/**
 * @belief A group is over when its last job is.
 * @says ends with its body when there are no jobs quiet group never ended
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

export function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const outer = options.signal
  const group = new AbortController()
  const { signal } = group
  const failures = new Set<unknown>()
  let running = 0
  let bodyIsOver = false
  let value: T

  return new Promise((resolve, reject) => {
    const onAbort = () => group.abort(outer?.reason)
    const fail = (error: unknown) => {
      if (signal.aborted && error === signal.reason) return
      failures.add(error)
      group.abort()
    }
    const leave = () => {
      running -= 1
      if (running > 0) return
      // The body goes on a moment after the job that it has waited for.
      setImmediate(() => {
        if (running > 0 || !bodyIsOver) return
        outer?.removeEventListener('abort', onAbort)
        group.abort(new Error('closed'))
        if (failures.size > 0) reject(new AggregateError(failures))
        else if (outer?.aborted) reject(outer.reason)
        else resolve(value)
      })
    }
    const spawn: Spawn = (job) => {
      if (signal.aborted) {
        const refused = Promise.reject(signal.reason)
        refused.catch(() => undefined)
        return refused
      }
      running += 1
      const member = job(signal)
      member.catch(fail).then(leave)
      return member
    }

    if (outer?.aborted) return reject(outer.reason)
    outer?.addEventListener('abort', onAbort)
    body(spawn)
      .then((result) => {
        value = result
      }, fail)
      .then(() => {
        bodyIsOver = true
      })
  })
}
