/**
 * @belief Only the job has to listen to the signal.
 * @says retry rejected at second 5 instead of 4
 */
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
  let ms = base
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      signal.throwIfAborted()
      if (attempt === attempts || isFatal(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, jitter(ms)))
    ms *= factor
  }
}
