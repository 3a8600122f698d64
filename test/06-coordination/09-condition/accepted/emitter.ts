import { EventEmitter, once } from 'node:events'

export class Condition extends EventEmitter {
  constructor() {
    super()
    this.setMaxListeners(0)
  }

  async wait(predicate: () => boolean, options: { signal?: AbortSignal } = {}): Promise<void> {
    options.signal?.throwIfAborted()
    while (!predicate()) {
      try {
        await once(this, 'bell', options)
      } catch {
        options.signal?.throwIfAborted()
      }
    }
  }

  notifyAll(): void {
    this.emit('bell')
  }
}
