/**
 * @belief once of node:events rejects with the reason of the signal.
 * @says was aborted while they waited
 */
import { EventEmitter, once } from 'node:events'

export class Gate extends EventEmitter {
  isOpen = false

  open(): void {
    this.isOpen = true
    this.emit('open')
  }

  close(): void {
    this.isOpen = false
  }

  async wait(options: { signal?: AbortSignal } = {}): Promise<void> {
    options.signal?.throwIfAborted()
    if (!this.isOpen) await once(this, 'open', options)
  }
}
