/**
 * @belief A failure makes a good reason for the abort, since a Set does not mind hearing it again.
 * @says A job rejects with undefined, and that is a failure, and the only one
 * @says AbortError
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const outer = options.signal
  outer?.throwIfAborted()
  const group = new AbortController()
  const { signal } = group
  const members = new Set<Promise<unknown>>()
  const failures = new Set<unknown>()
  const join = <R>(work: () => Promise<R>): Promise<R> => {
    const member = work()
    members.add(member)
    member.then(
      () => members.delete(member),
      (error: unknown) => {
        members.delete(member)
        failures.add(error)
        group.abort(error)
      },
    )
    return member
  }
  const spawn: Spawn = (job) =>
    join(async () => {
      signal.throwIfAborted()
      return job(signal)
    })
  const onAbort = () => group.abort(outer?.reason)
  outer?.addEventListener('abort', onAbort)
  const result = join(async () => body(spawn))
  while (members.size > 0) await Promise.allSettled(members)
  outer?.removeEventListener('abort', onAbort)
  group.abort(new Error('closed'))
  outer?.throwIfAborted()
  if (failures.size > 0) throw new AggregateError(failures)
  return result
}
