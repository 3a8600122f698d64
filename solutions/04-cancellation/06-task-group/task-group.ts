/** Work that can be cancelled: when its signal is aborted, it ends. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/** Starts a job as a member of the group. */
export type Spawn = <R>(job: Job<R>) => Promise<R>

/**
 * Runs the body and whatever it spawns as one: when one of them fails, the
 * others are cancelled, and the group settles when all of them have ended.
 */
export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const outer = options.signal
  outer?.throwIfAborted()

  const group = new AbortController()
  const { signal } = group
  const members = new Set<Promise<unknown>>()
  // A set: what fails in a job fails again in a body that awaits the job.
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

  // Async, so that a refusal and a job that throws at once are rejections.
  const spawn: Spawn = (job) =>
    join(async () => {
      signal.throwIfAborted()
      return job(signal)
    })

  const onAbort = () => group.abort(outer?.reason)
  outer?.addEventListener('abort', onAbort)
  const result = join(async () => body(spawn))
  // In a loop, because the last one to leave may have spawned another.
  while (members.size > 0) await Promise.allSettled(members)
  outer?.removeEventListener('abort', onAbort)
  group.abort(new Error('This group has ended.'))

  if (failures.size > 0) {
    throw new AggregateError(failures, 'A member of the group failed.')
  }
  outer?.throwIfAborted()
  return result
}
