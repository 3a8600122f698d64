/**
 * @belief A signal has one onabort; it may be borrowed if it is called as well and put back later.
 * @says Use addEventListener instead, and take off only the listener that you have put on
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const before = signal?.onabort ?? null
    const timer = setTimeout(() => {
      if (signal) signal.onabort = before
      resolve()
    }, ms)
    if (!signal) return
    signal.onabort = (event) => {
      clearTimeout(timer)
      reject(signal.reason)
      before?.call(signal, event)
    }
  })
}
