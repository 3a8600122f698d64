/**
 * @belief Promise.race cancels whoever loses it.
 * @says wait 9 resolved at second 9 instead of 2
 * @says a timer that nobody clears runs on to its end
 */
export async function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  const { signal } = options
  signal?.throwIfAborted()
  await Promise.race([
    new Promise((resolve) => setTimeout(resolve, ms)),
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}
