/**
 * @belief Ten seconds are enough for everybody to put the tools away.
 * @says The oven is cancelled at second 1 and needs ten minutes to cool down: the group sets no limit
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
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      timer = setTimeout(() => {
        members.clear()
        resolve()
      }, 10_000)
    })
  })
  while (members.size > 0) await Promise.race([Promise.allSettled(members), patience])
  clearTimeout(timer)
  outer?.removeEventListener('abort', onAbort)
  group.abort(new Error('closed'))
  clearTimeout(timer)
  if (failures.size > 0) throw new AggregateError(failures)
  outer?.throwIfAborted()
  return result
}
