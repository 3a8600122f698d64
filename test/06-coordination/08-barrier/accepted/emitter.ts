import { EventEmitter } from 'node:events'

export class Barrier {
  readonly #parties: number
  #bell = new EventEmitter().setMaxListeners(0)
  #waiting = 0

  constructor(parties: number) {
    this.#parties = parties
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
    if (signal?.aborted) throw signal.reason
    const bell = this.#bell
    const index = this.#waiting++
    const begun = new Promise<unknown>((resolve) => bell.once('end', resolve))
    const leave = () => this.#end(new Error('the barrier is broken'), bell)
    signal?.addEventListener('abort', leave)
    if (this.#waiting === this.#parties) this.#end(undefined, bell)
    const error = await begun
    signal?.removeEventListener('abort', leave)
    if (error === undefined) return index
    if (signal?.aborted) throw signal.reason
    throw error
  }

  #end(error: Error | undefined, bell: EventEmitter): void {
    if (bell !== this.#bell) return
    this.#bell = new EventEmitter().setMaxListeners(0)
    this.#waiting = 0
    bell.emit('end', error)
  }
}
