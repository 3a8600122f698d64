/** Sleeps in naps of half a second, and hears the signal in each of them. */
export const sleep = (ms: number, options: { signal?: AbortSignal } = {}): Promise<void> =>
  ms <= 0 ? Promise.resolve() : nap(Math.min(ms, 500), options).then(() => sleep(ms - 500, options))

const nap = (ms: number, { signal }: { signal?: AbortSignal }): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const off = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = () => {
      off()
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      off()
      resolve()
    }, ms)
    signal?.addEventListener('abort', onAbort)
  })
