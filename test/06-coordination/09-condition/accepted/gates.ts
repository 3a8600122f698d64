/** A gate for each bell, as in 6.3. */
class Gate {
  #enter!: () => void
  readonly opened = new Promise<void>((resolve) => (this.#enter = resolve))

  open(): void {
    this.#enter()
  }
}

export class Condition {
  #gate = new Gate()

  notifyAll = (): void => {
    const gate = this.#gate
    this.#gate = new Gate()
    gate.open()
  }

  wait = async (
    predicate: () => boolean,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<void> => {
    if (signal?.aborted) throw signal.reason
    let leave = () => {}
    const left = new Promise<'left'>((resolve) => {
      leave = () => resolve('left')
    })
    signal?.addEventListener('abort', leave)
    try {
      while (!predicate()) {
        if ((await Promise.race([this.#gate.opened, left])) === 'left') throw signal?.reason
      }
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }
}
