/**
 * @belief It does no harm to start the timer before looking at the signal.
 * @says A timer of 9 seconds, set at second 0, was still running when the call had ended
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    if (signal?.aborted) return reject(signal.reason)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
