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
  // TODO: nobody is cancelled, and nobody is waited for. Make a group of
  // the body and its jobs. Delete this comment when you begin.
  const group = new AbortController()
  return body((job) => job(group.signal))
}
