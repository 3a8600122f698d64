import { EventEmitter, once } from 'node:events'

type Job<T> = (signal: AbortSignal) => Promise<T>

interface Options {
  attempts: number
  base: number
  factor: number
  jitter?: (ms: number) => number
  isFatal?: (error: unknown) => boolean
  signal?: AbortSignal
}

/** A pause ends with a ring of the clock; whoever leaves stops listening for it. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const clock = new EventEmitter()
  const timer = setTimeout(() => clock.emit('ring'), ms)
  try {
    await once(clock, 'ring', signal ? { signal } : {})
  } catch {
    signal?.throwIfAborted()
  } finally {
    clearTimeout(timer)
  }
}

export async function retry<T>(job: Job<T>, options: Options): Promise<T> {
  const { attempts, isFatal, signal } = options
  let ms = options.base
  let count = 0
  while (true) {
    signal?.throwIfAborted()
    count++
    try {
      return await job(signal ?? new AbortController().signal)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (count >= attempts) throw error
      if (isFatal && isFatal(error)) throw error
    }
    await pause(options.jitter ? options.jitter(ms) : ms, signal)
    ms = ms * options.factor
  }
}
