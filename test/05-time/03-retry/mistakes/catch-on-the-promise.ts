/**
 * @belief Everything that can fail returns a promise.
 * @says The first two attempts throw before there is a promise
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

export function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { attempts, base, factor, jitter = (ms) => ms, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  if (signal.aborted) return Promise.reject(signal.reason)
  return job(signal).catch(async (error: unknown) => {
    if (signal.aborted) throw signal.reason
    if (attempts <= 1 || isFatal(error)) throw error
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', leave)
        resolve()
      }, jitter(base))
      signal.addEventListener('abort', leave, { once: true })
    })
    return retry(job, { ...options, attempts: attempts - 1, base: base * factor })
  })
}
