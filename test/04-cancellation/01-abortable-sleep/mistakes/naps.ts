/**
 * @belief To hear an abort it is enough to sleep in short naps, and to look at the signal in between.
 * @says listen to it, and do not look again and again
 */
export async function sleep(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    options.signal?.throwIfAborted()
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, 500)))
  }
}
