/**
 * @belief An error belongs into an Error; whoever wants the reason finds its text there.
 * @says sleep rejects with signal.reason itself, whatever it is
 */
export function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(String(signal?.reason), { cause: signal?.reason }))
    if (signal?.aborted) return fail()
    const wake = () => {
      clearTimeout(timer)
      fail()
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake)
      resolve()
    }, ms)
    signal?.addEventListener('abort', wake, { once: true })
  })
}
