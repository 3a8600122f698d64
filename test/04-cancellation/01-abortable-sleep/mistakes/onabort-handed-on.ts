/**
 * @belief A signal has one onabort; it may be borrowed if it is called as well and put back later.
 * @says leaves alone what others have put on the signal dough resolved at second 5 instead of 3
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
