/** An async function that cleans up in one place, whichever way it went. */
export async function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  signal?.throwIfAborted()
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(resolve, ms)
      wake = () => reject(signal?.reason)
      signal?.addEventListener('abort', wake)
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', wake)
  }
}
