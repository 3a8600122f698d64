/**
 * @belief Whoever leaves has left.
 * @says Ann's signal
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
      const leave = () => end(() => reject(new Error('somebody has left')))
      const waiter: Waiter = {
        look: () => {
          try {
            if (predicate()) end(resolve)
          } catch (error) {
            end(() => reject(error))
          }
        },
      }
      this.#waiters.add(waiter)
      signal?.addEventListener('abort', leave)
      waiter.look()
    })
  }

  notifyAll(): void {
    for (const waiter of [...this.#waiters]) waiter.look()
  }
}
