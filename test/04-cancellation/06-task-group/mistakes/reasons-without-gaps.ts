/**
 * @belief The reasons of all members without the empty places are the failures.
 * @says A job rejects with undefined, and that is a failure
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
  const members: Promise<unknown>[] = []
  const join = <R>(work: () => Promise<R>): Promise<R> => {
    const member = work()
    members.push(member)
    member.catch(() => group.abort())
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
  for (const member of members) await member.catch(() => undefined)
  outer?.removeEventListener('abort', onAbort)
  group.abort(new Error('closed'))
  const reasons = (await Promise.allSettled(members)).map((end) =>
    end.status === 'rejected' && end.reason !== signal.reason ? (end.reason as unknown) : undefined,
  )
  const failures = new Set(reasons.filter(Boolean))
  if (failures.size > 0) throw new AggregateError(failures)
  outer?.throwIfAborted()
  return result
}
