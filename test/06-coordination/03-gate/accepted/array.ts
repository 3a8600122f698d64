interface Waiter {
  signal: AbortSignal | undefined
  resolve(): void
  reject(reason: unknown): void
  handleEvent(): void
}

export class Gate {
  private opened = false
  private waiters: Waiter[] = []

  get isOpen() {
    return this.opened
  }

  open() {
    this.opened = true
    const all = this.waiters
    this.waiters = []
    for (const waiter of all) {
      waiter.signal?.removeEventListener('abort', waiter)
      waiter.resolve()
    }
  }

  close() {
    this.opened = false
  }

  wait(options?: { signal?: AbortSignal }) {
    const signal = options?.signal
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (this.opened) return Promise.resolve()
    return new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        signal,
        resolve,
        reject,
        handleEvent: () => {
          this.waiters.splice(this.waiters.indexOf(waiter), 1)
          signal?.removeEventListener('abort', waiter)
          reject(signal?.reason)
        },
      }
      this.waiters.push(waiter)
      signal?.addEventListener('abort', waiter)
    })
  }
}
