/**
 * @belief The signal can be asked when the sleep is over: that is soon enough.
 * @says rejects at the moment the customer leaves
 * @says sleep rejected at second 9 instead of 2
 * @says nobody was listening to the signal when it was aborted
 */
export async function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  options.signal?.throwIfAborted()
  await new Promise((resolve) => setTimeout(resolve, ms))
  options.signal?.throwIfAborted()
}
