/**
 * @belief Nobody sleeps for less than a second, so the seconds can be counted.
 * @says any number will do, and not whole seconds only
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    let left = Math.round(ms / 1_000)
    const wake = () => {
      clearInterval(clock)
      reject(signal?.reason)
    }
    const clock = setInterval(() => {
      left -= 1
      if (left > 0) return
      clearInterval(clock)
      signal?.removeEventListener('abort', wake)
      resolve()
    }, 1_000)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
