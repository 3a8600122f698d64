type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

type Outcome<T> = { value: T } | { error: unknown; isLast: boolean }

/** A chain of attempts, each of which looks at how the one before has gone. */
export async function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { attempts, base, factor, jitter = (ms) => ms, isFatal = () => false } = options
  const signal = options.signal ?? new AbortController().signal
  const once = async (): Promise<Outcome<T>> => {
    signal.throwIfAborted()
    try {
      return { value: await job(signal) }
    } catch (error) {
      signal.throwIfAborted()
      return { error, isLast: isFatal(error) }
    }
  }
  const numbers = Array.from({ length: attempts - 1 }, (_, index) => index)
  const last = await numbers.reduce(async (before, number) => {
    const outcome = await before
    if ('value' in outcome || outcome.isLast) return outcome
    await sleep(jitter(base * factor ** number), signal)
    return once()
  }, once())
  if ('value' in last) return last.value
  throw last.error
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', leave, { once: true })
  })
}
