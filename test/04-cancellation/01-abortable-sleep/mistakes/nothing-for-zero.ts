/**
 * @belief No milliseconds means no timer.
 * @says One sleeps for 0 milliseconds
 */
export function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const woken = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = ms
      ? setTimeout(() => {
          signal?.removeEventListener('abort', woken)
          resolve()
        }, ms)
      : undefined
    signal?.addEventListener('abort', woken, { once: true })
  })
}
