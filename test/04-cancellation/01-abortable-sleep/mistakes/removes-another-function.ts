/**
 * @belief removeEventListener takes off any listener that does the same.
 * @says An abort listener was left on the signal "customer leaves"
 * @says remove the listener when you no longer need it
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const wake = (timer: NodeJS.Timeout) => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', () => wake(timer))
      resolve()
    }, ms)
    signal?.addEventListener('abort', () => wake(timer), { once: true })
  })
}
