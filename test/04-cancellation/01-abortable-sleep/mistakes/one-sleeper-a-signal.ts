/**
 * @belief A signal is handed to one sleeper, and so it may be noted down who that is.
 * @says wakes everybody who sleeps on the same signal
 */
const sleepers = new WeakMap<AbortSignal, () => void>()

export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wakeSleeper)
      resolve()
    }, ms)
    if (!signal) return
    sleepers.set(signal, () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
    signal.addEventListener('abort', wakeSleeper, { once: true })
  })
}

function wakeSleeper(event: Event): void {
  sleepers.get(event.target as AbortSignal)?.()
}
