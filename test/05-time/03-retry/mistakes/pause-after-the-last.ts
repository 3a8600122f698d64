/**
 * @belief Every attempt is followed by a pause.
 * @says retry rejected at second 19 instead of 11
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
  const { attempts, base, factor, jitter = (ms) => ms, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  let ms = base
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      signal.throwIfAborted()
      if (isFatal(error)) throw error
      await pause(jitter(ms), signal)
      if (attempt === attempts) throw error
    }
    ms *= factor
  }
}
