/**
 * @belief The body is a member like any other, so its error counts beside that of the job it awaited.
 * @says a body that awaits a job which fails is not one either
 * @says They should be: Error: burnt They are: Error: burnt, Error: burnt
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
  const failures: unknown[] = []
  const join = <R>(work: () => Promise<R>): Promise<R> => {
    const member = work()
    members.add(member)
    member.then(
      () => members.delete(member),
      (error: unknown) => {
        members.delete(member)
        if (signal.aborted && error === signal.reason) return
        failures.push(error)
        group.abort()
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
  if (failures.length > 0) throw new AggregateError(failures)
  outer?.throwIfAborted()
  return result
}
