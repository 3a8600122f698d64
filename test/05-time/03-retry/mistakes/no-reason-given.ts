/**
 * @belief Whoever leaves has a reason.
 * @says in a pause
 */
import * as timers from 'node:timers/promises'
type Job<T> = (signal: AbortSignal) => Promise<T>
interface RetryOptions {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}
export async function retry<T>(job: Job<T>, options: RetryOptions): Promise<T> {
  const { attempts, base, factor, jitter = (ms) => ms, isFatal } = options
  const signal = options.signal ?? new AbortController().signal
  signal.throwIfAborted()
  for (let attempt = 1; ; attempt++) {
    try {
      return await job(signal)
    } catch (error) {
      if (attempt === attempts || isFatal?.(error)) throw error
      signal.throwIfAborted()
    }
    try {
      await timers.setTimeout(jitter(base * factor ** (attempt - 1)), undefined, { signal })
    } catch (error) {
      throw signal.reason ?? error
    }
  }
}
