/**
 * @belief The reason can be read when the sleep begins, together with the rest.
 * @says sleep rejects with signal.reason itself, whatever it is
 * @says undefined
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  const reason: unknown = signal?.reason
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reason)
    const wake = () => {
      clearTimeout(timer)
      reject(reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
