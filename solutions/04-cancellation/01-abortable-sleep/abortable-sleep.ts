/**
 * Resolves after `ms` milliseconds. When the signal is aborted before, or
 * was aborted already, it rejects there and then with the signal's reason.
 */
export function sleep(
  ms: number,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    // An aborted signal says nothing any more: listening would be in vain.
    if (signal?.aborted) return reject(signal.reason)

    const wake = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      // The signal may live for hours; it shall not remember every sleep.
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
