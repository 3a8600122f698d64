/**
 * @belief Whoever waits, waits until there is enough.
 * @says Ann's signal
 */
interface Waiter {
  look: () => void
}

export class Condition {
  readonly #waiters = new Set<Waiter>()

  wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (tell: () => void) => {
        this.#waiters.delete(waiter)
        signal?.removeEventListener('abort', leave)
        tell()
      }
      const leave = () => end(() => reject(signal?.reason))
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
      waiter.look()
    })
  }

  notifyAll(): void {
    for (const waiter of [...this.#waiters]) waiter.look()
  }
}
