/**
 * @belief An AbortError can only come from my own signal.
 * @says though nobody has aborted anything
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
  const { attempts, base, factor, jitter = (ms) => ms, isFatal, signal = none } = options
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await job(signal)
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error
      if (attempt === attempts || isFatal?.(error)) throw error
    }
    await sleep(jitter(base * factor ** (attempt - 1)), signal)
  }
}
