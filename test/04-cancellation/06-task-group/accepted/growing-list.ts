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
    // The failure is the reason of the abort, so that whoever is cancelled repeats it.
    if (result.status === 'rejected') group.abort(result.reason)
    return result
  }

  try {
    const value = spawn(() => body(spawn))
    const errors: unknown[] = []
    for (const member of members) {
      const result = await member
      if (result.status === 'fulfilled' || errors.includes(result.reason)) continue
      errors.push(result.reason)
    }
    outer?.throwIfAborted()
    if (errors.length > 0) throw new AggregateError(errors, 'the group has failed')
    return await value
  } finally {
    outer?.removeEventListener('abort', leave)
    group.abort()
  }
}
