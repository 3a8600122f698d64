/**
 * @belief One can look again and again.
 * @says nobody goes on without the bell
 */
export class Condition {
  async wait(predicate: () => boolean, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted()
    while (!predicate()) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      signal?.throwIfAborted()
    }
  }

  notifyAll(): void {}
}
