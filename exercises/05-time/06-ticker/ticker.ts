/** Work that stops when its signal is aborted. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Does the job at once and then every `ms` milliseconds, but never two at a time:
 * what is not over in time misses its tick. Goes on until the signal is aborted,
 * and rejects with its reason.
 */
export async function every(
  ms: number,
  job: Job<void>,
  signal: AbortSignal,
): Promise<void> {
  // TODO: the clock does not ask whether somebody is still looking. See to it
  // that one check is over before the next begins, and that the clock can be
  // stopped. Delete this comment when you begin.
  let count = 0
  const timer = setInterval(() => {
    count += 1
    if (count === 5) clearInterval(timer)
    void job(signal)
  }, ms)
}
