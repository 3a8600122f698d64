/**
 * @belief onabort is there for whoever wants to hear of the abort.
 * @says own onabort still there
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
        if (signal) signal.onabort = null
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
      if (signal) signal.onabort = leave
      waiter.look()
    })
  }

  notifyAll(): void {
    for (const waiter of [...this.#waiters]) waiter.look()
  }
}
