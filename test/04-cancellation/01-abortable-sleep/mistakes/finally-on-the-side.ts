/**
 * @belief A finally beside the promise that is returned only tidies up.
 * @says A promise was rejected and nobody was listening
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  const slept = new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    timer = setTimeout(resolve, ms)
    wake = () => reject(signal?.reason)
    signal?.addEventListener('abort', wake, { once: true })
  })
  slept.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', wake)
  })
  return slept
}
