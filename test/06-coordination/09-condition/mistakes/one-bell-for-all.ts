/**
 * @belief What is written at the top of the file belongs to each condition.
 * @says two bells know nothing of each other
 */
interface Waiter {
  look: () => void
}

const waiters = new Set<Waiter>()

export class Condition {
  wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const end = (tell: () => void) => {
        waiters.delete(waiter)
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
      waiters.add(waiter)
      signal?.addEventListener('abort', leave)
      waiter.look()
    })
  }

  notifyAll(): void {
    for (const waiter of [...waiters]) waiter.look()
  }
}
