/**
 * @belief A signal that is aborted after a time is as good as an alarm clock.
 * @says rejects at the moment the customer leaves, and clears its timer
 * @says wait 9 resolved at second 9 instead of 2
 */
export function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  const alarm = AbortSignal.timeout(ms)
  const either = AbortSignal.any(signal ? [signal, alarm] : [alarm])
  return new Promise((resolve, reject) => {
    const wake = () => {
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    if (either.aborted) wake()
    else either.addEventListener('abort', wake, { once: true })
  })
}
