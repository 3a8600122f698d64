/** A bell that calls everybody who waits for something to look again. */
export class Condition {
  readonly #waiting = new Set<() => void>()

  /** Waits until the predicate is true; it is asked now, and at each bell. */
  async wait(
    predicate: () => boolean,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<void> {
    signal?.throwIfAborted()
    if (predicate()) return
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        try {
          if (!predicate()) return
          resolve()
        } catch (error) {
          reject(error)
        }
        this.#waiting.delete(look)
        signal?.removeEventListener('abort', leave)
      }
      const leave = (): void => {
        this.#waiting.delete(look)
        reject(signal?.reason as Error)
      }
      this.#waiting.add(look)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  /** Rings: everybody who waits looks again. */
  notifyAll(): void {
    for (const look of this.#waiting) look()
  }
}
