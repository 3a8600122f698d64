import * as timers from 'node:timers/promises'

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
  {
    attempts,
    base,
    factor,
    jitter = same,
    isFatal = never,
    ...rest
  }: RetryOptions,
): Promise<T> {
  const { signal = new AbortController().signal } = rest
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      if (signal.aborted || attempt >= attempts || isFatal(error)) {
        throw signal.aborted ? signal.reason : error
      }
    }
    const ms = jitter(base * factor ** (attempt - 1))
    // Its AbortError says nothing that the signal would not say better.
    await timers
      .setTimeout(ms, undefined, { signal })
      .catch(() => undefined)
  }
}

const same = (ms: number): number => ms
const never = (): boolean => false
