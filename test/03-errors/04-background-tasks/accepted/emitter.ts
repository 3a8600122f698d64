import { EventEmitter, once } from 'node:events'

/** The jobs tell an emitter how they ended; drain listens, one ending at a time. */
export class Background extends EventEmitter {
  readonly #names = new Map<number, () => Promise<void>>()
  readonly #failures: unknown[] = []
  #next = 0

  spawn(job: () => Promise<void>): void {
    const name = (this.#next += 1)
    this.#names.set(name, job)
    queueMicrotask(async () => {
      try {
        await job()
      } catch (error) {
        this.#failures.push(error)
      } finally {
        this.#names.delete(name)
        this.emit('ended')
      }
    })
  }

  get size(): number {
    return this.#names.size
  }

  async drain(): Promise<void> {
    while (this.size > 0) await once(this, 'ended')
    const errors = this.#failures.splice(0)
    if (errors.length > 0) throw new AggregateError(errors)
  }
}
