/** A door that is open or shut: whoever comes while it is shut waits outside. */
export class Gate {
  /** Lets in everybody who is waiting, and whoever comes from now on. */
  open(): void {}

  /** Whoever comes from now on has to wait. */
  close(): void {}

  /** Resolves when one may go in; rejects when the signal is aborted before. */
  async wait(_options: { signal?: AbortSignal } = {}): Promise<void> {
    // TODO: nobody waits here. Let them wait until the gate is opened.
    // Delete this comment when you begin.
  }

  get isOpen(): boolean {
    return false
  }
}
