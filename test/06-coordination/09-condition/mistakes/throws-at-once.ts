/**
 * @belief A predicate never throws.
 * @says Whoever rings the bell
 */
interface Waiter {
  look: () => void
}

export class Condition {
  readonly #waiters = new Set<Waiter>()

  wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const end = (tell: () => void) => {
        this.#waiters.delete(waiter)
        signal?.removeEventListener('abort', leave)
        tell()
      }
      const leave = () => end(() => reject(signal?.reason))
      const waiter: Waiter = {
        look: () => {
          if (predicate()) end(resolve)
        },
      }
      this.#waiters.add(waiter)
      signal?.addEventListener('abort', leave)
      try {
        waiter.look()
      } catch (error) {
        end(() => reject(error))
      }
    })
  }

  notifyAll(): void {
    for (const waiter of [...this.#waiters]) waiter.look()
  }
}
