/**
 * @belief The signal can be asked when the sleep is over: that is soon enough.
 * @says sleep rejects at that moment, and its timer is cleared
 * @says sleep rejected at second 9 instead of 2
 * @says nobody listens to the signal while the timer runs
 */
export async function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  options.signal?.throwIfAborted()
  await new Promise((resolve) => setTimeout(resolve, ms))
  options.signal?.throwIfAborted()
}
