interface Place {
  tell: (outcome: 'in' | 'out') => void
  next: Place | undefined
}

export class Gate {
  #head: Place | undefined
  #open = false

  open(): void {
    this.#open = true
    let place = this.#head
    this.#head = undefined
    for (; place; place = place.next) place.tell('in')
  }

  close(): void {
    this.#open = false
  }

  get isOpen(): boolean {
    return this.#open
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    if (signal?.aborted) throw signal.reason
    if (this.#open) return
    const outcome = await new Promise<'in' | 'out'>((resolve) => {
      const leave = () => tell('out')
      const tell = (how: 'in' | 'out') => {
        signal?.removeEventListener('abort', leave)
        resolve(how)
      }
      this.#head = { tell, next: this.#head }
      signal?.addEventListener('abort', leave)
    })
    if (outcome === 'out') throw signal?.reason
  }
}
