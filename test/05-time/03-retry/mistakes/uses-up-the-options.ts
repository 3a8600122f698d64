/**
 * @belief The options belong to retry now.
 * @says threw TypeError
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}

export async function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { factor, jitter = (ms) => ms, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  for (;;) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      signal.throwIfAborted()
      if (--options.attempts === 0 || isFatal(error)) throw error
    }
    await pause(jitter(options.base), signal)
    options.base *= factor
  }
}
