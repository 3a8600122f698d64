type Job<T> = (signal: AbortSignal) => Promise<T>

export interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

export const retry = async <T>(job: Job<T>, options: Options, tried = 1): Promise<T> => {
  const { attempts, base, factor, jitter, isFatal, signal } = options
  if (signal?.aborted) throw signal.reason
  try {
    return await job(signal ?? new AbortController().signal)
  } catch (error) {
    if (tried >= attempts || isFatal?.(error) || signal?.aborted) throw error
  }
  const wait = base * Math.pow(factor, tried - 1)
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, jitter ? jitter(wait) : wait)
    function done() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    signal?.addEventListener('abort', done)
  })
  return retry(job, options, tried + 1)
}
