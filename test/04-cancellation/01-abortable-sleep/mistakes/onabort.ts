/**
 * @belief A signal has an onabort, and whoever sleeps may have it.
 * @says Three sleep on one signal: it wakes all who are still asleep
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(() => {
      if (signal) signal.onabort = null
      resolve()
    }, ms)
    if (!signal) return
    signal.onabort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
  })
}
