/**
 * @belief Whoever leaves does not wait for the line to be free.
 * @says which goes on until second 1
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
async function orLeave<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const left = new Promise<never>((_, reject) => (leave = () => reject(signal.reason)))
  signal.addEventListener('abort', leave)
  try {
    return await Promise.race([work, left])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
export async function retry<T>(job: Job<T>, options: RetryOptions): Promise<T> {
  const { attempts, base, factor, jitter = (ms) => ms, isFatal, signal = none } = options
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await orLeave(job(signal), signal)
    } catch (error) {
      if (signal.aborted || attempt === attempts || isFatal?.(error)) throw error
    }
    await sleep(jitter(base * factor ** (attempt - 1)), signal)
  }
}
