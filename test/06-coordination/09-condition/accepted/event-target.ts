export class Condition {
  readonly #target = new EventTarget()

  notifyAll(): void {
    this.#target.dispatchEvent(new Event('bell'))
  }

  wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const end = new AbortController()
      const over = (tell: () => void) => {
        end.abort()
        tell()
      }
      const look = () => {
        let isTrue = false
        try {
          isTrue = predicate()
        } catch (error) {
          return over(() => reject(error))
        }
        if (isTrue) over(resolve)
      }
      this.#target.addEventListener('bell', look, { signal: end.signal })
      signal?.addEventListener('abort', () => over(() => reject(signal.reason)), {
        signal: end.signal,
      })
      look()
    })
  }
}
