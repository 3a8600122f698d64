import { EventEmitter, once } from 'node:events'

export class Gate {
  readonly #bell = new EventEmitter().setMaxListeners(0)
  #state: 'open' | 'shut' = 'shut'

  get isOpen(): boolean {
    return this.#state === 'open'
  }

  open(): void {
    this.#state = 'open'
    this.#bell.emit('open')
  }

  close(): void {
    this.#state = 'shut'
  }

  async wait(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options
    if (signal?.aborted) throw signal.reason
    if (this.isOpen) return
    try {
      await once(this.#bell, 'open', signal ? { signal } : undefined)
    } catch {
      throw signal?.reason
    }
  }
}
