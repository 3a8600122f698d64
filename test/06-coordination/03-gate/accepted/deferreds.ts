function deferred() {
  let resolve!: () => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

export class Gate {
  isOpen = false
  #crowd = new Map<symbol, ReturnType<typeof deferred>>()

  open = (): void => {
    this.isOpen = true
    this.#crowd.forEach(({ resolve }) => resolve())
    this.#crowd = new Map()
  }

  close = (): void => {
    this.isOpen = false
  }

  wait = async ({ signal }: { signal?: AbortSignal } = {}): Promise<void> => {
    signal?.throwIfAborted()
    if (this.isOpen) return
    const me = Symbol('guest')
    const mine = deferred()
    this.#crowd.set(me, mine)
    const leave = () => mine.reject(signal!.reason)
    signal?.addEventListener('abort', leave)
    try {
      await mine.promise
    } finally {
      this.#crowd.delete(me)
      signal?.removeEventListener('abort', leave)
    }
  }
}
