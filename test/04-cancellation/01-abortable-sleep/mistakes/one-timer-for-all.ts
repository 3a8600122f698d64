/**
 * @belief The timer has to be known to whoever clears it, so it is kept in the file.
 * @says A timer of 5 seconds, set at second 0, was still running when the call had ended
 */
let timer: NodeJS.Timeout | undefined

export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const wake = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
