/** Work that stops when its signal is aborted. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

export interface RetryOptions {
  /** How often the job is tried, the first time included; 1 or more. */
  attempts: number
  /** Milliseconds of the first pause. */
  base: number
  /** How many times longer each pause is than the one before. */
  factor: number
  /** Is given the length of each pause, and says how long it shall really be. */
  jitter?: (ms: number) => number
  /** Whether it is no use to try again after this error. */
  isFatal?: (error: unknown) => boolean
  /** Aborted when nobody wants the result any more. */
  signal?: AbortSignal
}

/**
 * Tries a job until it succeeds, but no more often than `attempts` says, with
 * pauses that grow. Rejects with the last error.
 */
export async function retry<T>(
  job: Job<T>,
  options: RetryOptions,
): Promise<T> {
  // TODO: whoever is turned away once gives up. Try again, and give the other
  // side time in between. Delete this comment when you begin.
  const { signal } = options.signal ? options : new AbortController()
  return job(signal as AbortSignal)
}
