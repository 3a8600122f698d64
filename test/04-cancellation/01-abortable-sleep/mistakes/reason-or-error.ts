/**
 * @belief Whoever has given no proper reason gets an error in its place.
 * @says sleep rejects with signal.reason itself, whatever it is
 * @says it rejected with Error: aborted, where it should have rejected with null
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    const fail = () => reject(signal?.reason ?? new Error('aborted'))
    if (signal?.aborted) return fail()
    const wake = () => {
      clearTimeout(timer)
      fail()
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
