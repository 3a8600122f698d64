/**
 * @belief A timer that is cleared at once was never started.
 * @says Look at the signal before you start a timer
 */
export async function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  let woken = () => {}
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(resolve, ms)
      woken = () => reject(signal?.reason)
      if (signal?.aborted) woken()
      signal?.addEventListener('abort', woken, { once: true })
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', woken)
  }
}
