/**
 * @belief Whoever tries again at once is served sooner.
 * @says retry rejected at second 4 instead of 11
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
  const { attempts, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      signal.throwIfAborted()
      if (attempt === attempts || isFatal(error)) throw error
    }
  }
}
