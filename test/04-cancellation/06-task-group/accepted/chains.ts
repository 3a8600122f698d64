type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

/** Chains only: each member ends in a list of failures, and the lists are joined. */
export const taskGroup = <T>(
  body: (spawn: Spawn) => Promise<T>,
  { signal: outer = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<T> => {
  const group = new AbortController()
  const abort = () => group.abort(outer.reason)
  const told = new Set<unknown>()
  let open = true
  let quiet: Promise<unknown> = Promise.resolve()

  const follow = <R>(member: Promise<R>): Promise<R> => {
    const end = member.catch((error: unknown) => {
      const echo = group.signal.aborted && error === group.signal.reason
      if (!echo) told.add(error)
      group.abort()
    })
    quiet = Promise.all([quiet, end])
    return member
  }
  const whenQuiet = (): Promise<unknown> => {
    const seen = quiet
    return seen.then(() => (seen === quiet ? undefined : whenQuiet()))
  }
  const spawn: Spawn = (job) =>
    open && !group.signal.aborted
      ? follow(new Promise((resolve) => resolve(job(group.signal))))
      : follow(Promise.reject(group.signal.reason ?? new Error('too late')))

  if (outer.aborted) return Promise.reject(outer.reason)
  outer.addEventListener('abort', abort)
  const value = follow(Promise.resolve(spawn).then(body))
  return whenQuiet()
    .finally(() => {
      open = false
      outer.removeEventListener('abort', abort)
    })
    .then(() => {
      if (outer.aborted) throw outer.reason
      if (told.size > 0) throw new AggregateError(told)
      return value
    })
}
