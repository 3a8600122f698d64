/**
 * @belief A timer that is not to keep Node open has to be told so with unref.
 * @says Node does not wait for
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const wake = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    timer.unref()
    signal?.addEventListener('abort', wake, { once: true })
  })
}
