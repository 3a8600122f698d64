/**
 * @belief After the abort the jobs are over, and the group can leave.
 * @says group ended at second 3 while one job was still running
 * @says when fries had failed, group did not wait for the rest
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
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve))
  while (members.size > 0 && !signal.aborted) {
    await Promise.race([Promise.allSettled(members), aborted])
  }
  result.catch(() => undefined)
  outer?.removeEventListener('abort', onAbort)
  group.abort(new Error('closed'))
  if (failures.size > 0) throw new AggregateError(failures)
  outer?.throwIfAborted()
  return result
}
