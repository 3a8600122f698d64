/**
 * @belief Only a failure closes the group; a job that is spawned after an abort sees its signal aborted.
 * @says salad was started once instead of never
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>
export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const outer = options.signal
  const group = new AbortController()
  const { signal } = group
  const running = new Set<Promise<void>>()
  const failures = new Set<unknown>()
  let over = false
  const before = outer?.aborted
  async function watch(member: Promise<unknown>) {
    try {
      await member
    } catch (error) {
      if (signal.aborted && error === signal.reason) return
      failures.add(error)
      group.abort()
    }
  }
  function admit<R>(member: Promise<R>): Promise<R> {
    const watched = watch(member).finally(() => running.delete(watched))
    running.add(watched)
    return member
  }
  const spawn: Spawn = (job) => {
    if (!over && failures.size === 0 && !(outer?.aborted && before)) return admit(job(signal))
    const refusal = Promise.reject(signal.aborted ? signal.reason : new Error('over'))
    refusal.catch(() => {})
    return refusal
  }
  const leave = () => group.abort()
  outer?.addEventListener('abort', leave)
  try {
    if (outer?.aborted) leave()
    const main = admit(body(spawn))
    while (running.size > 0) await Promise.all(running)
    over = true
    if (failures.size > 0) throw new AggregateError(failures)
    outer?.throwIfAborted()
    return await main
  } finally {
    outer?.removeEventListener('abort', leave)
  }
}
