/**
 * @belief node:timers/promises rejects with the reason of the signal.
 * @says The signal is aborted in a pause
 */
import { setTimeout as sleep } from 'node:timers/promises'

type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

export async function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { attempts, base, factor, jitter = (ms) => ms, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      signal.throwIfAborted()
      if (attempt === attempts || isFatal(error)) throw error
    }
    await sleep(jitter(base * factor ** (attempt - 1)), undefined, { signal })
  }
}
