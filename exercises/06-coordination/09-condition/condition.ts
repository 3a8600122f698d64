/** A bell that calls everybody who waits for something to look again. */
export class Condition {
  /** Waits until the predicate is true; it is asked now, and at each bell. */
  async wait(
    _predicate: () => boolean,
    _options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    // TODO: nobody asks whether there is anything. Let them wait until there is.
    // Delete this comment when you begin.
  }

  /** Rings: everybody who waits looks again. */
  notifyAll(): void {}
}
