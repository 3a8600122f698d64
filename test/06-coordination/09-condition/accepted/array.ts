type Look = { predicate: () => boolean; resolve: () => void; reject: (error: unknown) => void }

export class Condition {
  #line: Look[] = []

  wait(predicate: () => boolean, options?: { signal?: AbortSignal }): Promise<void> {
    const signal = options?.signal
    if (signal?.aborted) return Promise.reject(signal.reason)
    let leave: (() => void) | undefined
    return new Promise<void>((resolve, reject) => {
      const look: Look = { predicate, resolve, reject }
      if (this.#isOver(look)) return
      this.#line.push(look)
      leave = () => {
        this.#line = this.#line.filter((one) => one !== look)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave)
    }).finally(() => leave && signal?.removeEventListener('abort', leave))
  }

  notifyAll(): void {
    this.#line = this.#line.filter((look) => !this.#isOver(look))
  }

  #isOver({ predicate, resolve, reject }: Look): boolean {
    try {
      if (!predicate()) return false
      resolve()
    } catch (error) {
      reject(error)
    }
    return true
  }
}
