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
  return new Promise<T>((resolve, reject) => {
    const signal = options.signal ?? new AbortController().signal
    let [left, ms] = [options.attempts, options.base]
    let timer: NodeJS.Timeout | undefined

    const leave = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      end(() => reject(signal.reason))
    }
    const end = (tell: () => void) => {
      signal.removeEventListener('abort', leave)
      tell()
    }
    const failed = (error: unknown) => {
      left -= 1
      if (signal.aborted) return end(() => reject(signal.reason))
      if (left === 0 || options.isFatal?.(error)) return end(() => reject(error))
      timer = setTimeout(tryIt, options.jitter ? options.jitter(ms) : ms)
      ms *= options.factor
    }
    function tryIt() {
      timer = undefined
      let promise: Promise<T>
      try {
        promise = job(signal)
      } catch (error) {
        return failed(error)
      }
      promise.then((value) => end(() => resolve(value)), failed)
    }

    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', leave)
    tryIt()
  })
}
