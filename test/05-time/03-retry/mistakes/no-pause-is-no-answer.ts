/**
 * @belief A jitter that says 0 says nothing.
 * @says jitter returns 0 each time
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
interface RetryOptions {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}
const none = new AbortController().signal
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const wake = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal.addEventListener('abort', wake, { once: true })
  })
}
export async function retry<T>(job: Job<T>, options: RetryOptions): Promise<T> {
  const { attempts, base, factor, jitter, isFatal, signal = none } = options
  let ms = base
  for (let left = attempts; ; left--) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      if (left === 1 || isFatal?.(error)) throw error
    }
    await sleep(jitter?.(ms) || ms, signal)
    ms *= factor
  }
}
