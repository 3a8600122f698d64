/**
 * @belief When the body is over, everybody who will ever be a member is on the list.
 * @says waits for jobs that jobs have spawned, whoever spawns last
 * @says group ended at second 1 while one job was still running
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
        if (signal.aborted && error === signal.reason) return
        failures.add(error)
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
  await result.catch(() => undefined)
  await Promise.allSettled(members)
  outer?.removeEventListener('abort', onAbort)
  if (failures.size > 0) throw new AggregateError(failures)
  outer?.throwIfAborted()
  return result
}
