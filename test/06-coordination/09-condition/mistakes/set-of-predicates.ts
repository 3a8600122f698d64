/**
 * @belief A predicate belongs to one who waits.
 * @says one may wait again
 */
export class Condition {
  readonly #waiters = new Map<() => boolean, (how: { error: unknown } | undefined) => void>()

  async wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    if (predicate()) return
    const leave = () => this.#end(predicate, { error: signal?.reason })
    signal?.addEventListener('abort', leave)
    const how = await new Promise<{ error: unknown } | undefined>((resolve) => {
      this.#waiters.set(predicate, resolve)
    })
    signal?.removeEventListener('abort', leave)
    if (how) throw how.error
  }

  notifyAll(): void {
    for (const predicate of [...this.#waiters.keys()]) {
      try {
        if (predicate()) this.#end(predicate)
      } catch (error) {
        this.#end(predicate, { error })
      }
    }
  }

  #end(predicate: () => boolean, how?: { error: unknown }): void {
    const tell = this.#waiters.get(predicate)
    this.#waiters.delete(predicate)
    tell?.(how)
  }
}
