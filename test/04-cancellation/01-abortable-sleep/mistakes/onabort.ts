/**
 * @belief A signal has an onabort, and whoever sleeps may have it.
 * @says wakes everybody who sleeps on the same signal
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
