/**
 * @belief A listener that is called once is taken off by itself.
 * @says abort listeners were left on the signal
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
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
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
    await pause(jitter(ms), signal)
    ms *= factor
  }
}
