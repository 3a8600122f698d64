import { EventEmitter } from 'node:events'

type Turn = { kind: 'go'; item: unknown } | { kind: 'stop'; error: unknown }

/** Everybody in line has a bell of their own. */
class Bell extends EventEmitter {
  async turn(signal: AbortSignal | undefined, leaves: () => void): Promise<unknown> {
    const leave = () => {
      leaves()
      this.emit('turn', { kind: 'stop', error: signal?.reason } satisfies Turn)
    }
    signal?.addEventListener('abort', leave)
    const turn = await new Promise<Turn>((resolve) => this.once('turn', resolve))
    signal?.removeEventListener('abort', leave)
    if (turn.kind === 'stop') throw turn.error
    return turn.item
  }

  go(item?: unknown): void {
    this.emit('turn', { kind: 'go', item } satisfies Turn)
  }

  stop(error: Error): void {
    this.emit('turn', { kind: 'stop', error } satisfies Turn)
  }
}

export class BoundedQueue<T> {
  readonly #max: number
  readonly #shelf: T[] = []
  readonly #cooks = new Map<Bell, T>()
  readonly #guests = new Set<Bell>()
  #error: Error | undefined

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#shelf.length
  }

  async put(item: T, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    if (this.#error) throw this.#error
    const [guest] = this.#guests
    if (guest) {
      this.#guests.delete(guest)
      guest.go(item)
    } else if (this.#shelf.length < this.#max) {
      this.#shelf.push(item)
    } else {
      const bell = new Bell()
      this.#cooks.set(bell, item)
      await bell.turn(signal, () => this.#cooks.delete(bell))
    }
  }

  async get({ signal }: { signal?: AbortSignal } = {}): Promise<T> {
    signal?.throwIfAborted()
    if (this.#shelf.length === 0) {
      if (this.#error) throw this.#error
      const bell = new Bell()
      this.#guests.add(bell)
      return (await bell.turn(signal, () => this.#guests.delete(bell))) as T
    }
    const [item] = this.#shelf.splice(0, 1)
    for (const [bell, next] of this.#cooks) {
      this.#cooks.delete(bell)
      this.#shelf.push(next)
      bell.go()
      break
    }
    return item as T
  }

  close(): void {
    const error = (this.#error ??= new Error('This shelf is closed.'))
    for (const bell of [...this.#cooks.keys(), ...this.#guests]) bell.stop(error)
    this.#cooks.clear()
    this.#guests.clear()
  }
}
