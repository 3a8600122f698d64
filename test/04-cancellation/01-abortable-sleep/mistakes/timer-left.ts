/**
 * @belief When the promise has rejected, its timer is of no account any more.
 * @says rejects at the moment the customer leaves, and clears its timer
 * @says wait 9 resolved at second 9 instead of 2
 * @says a timer that nobody clears runs on to its end
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const wake = () => reject(signal?.reason)
    setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
