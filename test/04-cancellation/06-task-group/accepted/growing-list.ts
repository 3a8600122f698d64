type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

/** A list that grows while it is walked: whoever is spawned late stands at its end. */
export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  { signal: outer }: { signal?: AbortSignal } = {},
): Promise<T> {
  const group = new AbortController()
  const leave = () => group.abort(outer?.reason)
  if (outer?.aborted) leave()
  outer?.addEventListener('abort', leave, { once: true })

  const errors: unknown[] = []
  // The failure is the reason of the abort, and whoever is cancelled repeats that.
  const isEcho = (error: unknown) => group.signal.aborted && error === group.signal.reason

  const members: Promise<PromiseSettledResult<unknown>>[] = []
  const spawn: Spawn = <R>(job: Job<R>) => {
    const member = (async () => {
      if (group.signal.aborted) throw group.signal.reason
      return await job(group.signal)
    })()
    members.push(settled(member))
    return member
  }
  const settled = async (member: Promise<unknown>): Promise<PromiseSettledResult<unknown>> => {
    const [result] = await Promise.allSettled([member])
    if (result.status === 'rejected' && !isEcho(result.reason)) {
      if (!errors.includes(result.reason)) errors.push(result.reason)
      group.abort(result.reason)
    }
    return result
  }

  try {
    const value = spawn(() => body(spawn))
    for (const member of members) await member
    outer?.throwIfAborted()
    if (errors.length > 0) throw new AggregateError(errors, 'the group has failed')
    return await value
  } finally {
    outer?.removeEventListener('abort', leave)
    group.abort()
  }
}
