/**
 * @belief To notice an abort one has to look at the signal now and then.
 * @says wait 0.5 ran at second 0, once too often
 * @says listen to it, and do not look again and again
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(() => {
      clearInterval(looking)
      resolve()
    }, ms)
    const looking = setInterval(() => {
      if (!signal?.aborted) return
      clearInterval(looking)
      clearTimeout(timer)
      reject(signal.reason)
    }, 500)
  })
}
