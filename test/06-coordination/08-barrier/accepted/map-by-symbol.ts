type End = (how: { error: unknown } | 'begin') => void

export class Barrier {
  readonly #parties: number
  #seats = new Map<symbol, End>()

  constructor(parties: number) {
    this.#parties = parties
  }

  wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    signal ??= new AbortController().signal
    const seat = Symbol('seat')
    const index = this.#seats.size
    return new Promise<number>((resolve, reject) => {
      if (signal.aborted) throw signal.reason
      const leave = () => {
        for (const [one, end] of this.#rise()) {
          end({ error: one === seat ? signal.reason : new Error('broken') })
        }
      }
      signal.addEventListener('abort', leave)
      this.#seats.set(seat, (how) => {
        signal.removeEventListener('abort', leave)
        if (how === 'begin') resolve(index)
        else reject(how.error)
      })
      if (this.#seats.size < this.#parties) return
      for (const [, end] of this.#rise()) end('begin')
    })
  }

  #rise(): Map<symbol, End> {
    const all = this.#seats
    this.#seats = new Map()
    return all
  }
}
