import type { Clock } from './clock.ts'
import { StoryImmediate } from './story-timers.ts'
import type { Timer } from './timer.ts'

interface WaitOptions {
  signal?: AbortSignal | undefined
  ref?: boolean | undefined
}

/** Node's abort error (`lib/internal/errors.js`): the reason is its cause, not the error itself. */
function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason })
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' })
}

/** A promise with the two ways to settle it, which unhooks itself from the signal. */
function abortable<T>(
  options: WaitOptions,
  start: (resolve: (value: T) => void) => () => void,
): Promise<T> {
  const { signal } = options
  if (signal?.aborted) return Promise.reject(abortError(signal))
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => {
      stop()
      if (signal) reject(abortError(signal))
    }
    const stop = start((value) => {
      signal?.removeEventListener('abort', onAbort)
      resolve(value)
    })
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}

/** `timers/promises.setTimeout`, and `scheduler.wait`, on a story clock. */
export const wait = <T>(
  clock: Clock,
  delay: number | undefined,
  value: T,
  options: WaitOptions = {},
): Promise<T> =>
  abortable<T>(options, (resolve) => {
    const timer = clock.schedule(() => resolve(value), Number(delay), {
      refed: options.ref ?? true,
    })
    return () => clock.clear(timer)
  })

/** `timers/promises.setImmediate`, and `scheduler.yield`, which cost no story time. */
export const immediate = <T>(clock: Clock, value: T, options: WaitOptions = {}): Promise<T> =>
  abortable<T>(options, (resolve) => {
    const handle = new StoryImmediate(clock, () => resolve(value))
    return () => handle.close()
  })

/** `timers/promises.setInterval` on a story clock: ticks that nobody took wait in line. */
export async function* ticks<T>(
  clock: Clock,
  delay: number | undefined,
  value: T,
  options: WaitOptions = {},
): AsyncGenerator<T> {
  const { signal } = options
  if (signal?.aborted) throw abortError(signal)

  let waiting = 0
  let wakeUp: (() => void) | undefined
  const tick = () => {
    waiting += 1
    wakeUp?.()
  }
  const onAbort = () => {
    clock.clear(timer)
    wakeUp?.()
  }
  const timer: Timer = clock.schedule(tick, Number(delay), {
    repeat: true,
    refed: options.ref ?? true,
  })
  signal?.addEventListener('abort', onAbort, { once: true })

  try {
    for (;;) {
      if (waiting === 0 && !signal?.aborted) {
        await new Promise<void>((resolve) => (wakeUp = resolve))
      }
      for (; waiting > 0; waiting -= 1) yield value
      if (signal?.aborted) throw abortError(signal)
    }
  } finally {
    clock.clear(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
