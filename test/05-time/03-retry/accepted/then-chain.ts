type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = () => (signal.aborted ? reject(signal.reason) : resolve())
    const stop = new AbortController()
    const timer = setTimeout(() => {
      stop.abort()
      over()
    }, ms)
    const leave = () => {
      clearTimeout(timer)
      over()
    }
    signal.addEventListener('abort', leave, { once: true, signal: stop.signal })
  })

export function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { signal = new AbortController().signal } = options
  const attempt = (number: number): Promise<T> =>
    Promise.resolve(signal)
      .then((one) => {
        one.throwIfAborted()
        return job(one)
      })
      .catch((error: unknown) => {
        if (signal.aborted) throw signal.reason
        if (number === options.attempts || options.isFatal?.(error)) throw error
        const ms = options.base * options.factor ** (number - 1)
        return sleep(options.jitter?.(ms) ?? ms, signal).then(() => attempt(number + 1))
      })
  return attempt(1)
}
