/**
 * @belief One can look again and again whether it is open.
 * @says guest 1
 */
export class Gate {
  isOpen = false

  open(): void {
    this.isOpen = true
  }

  close(): void {
    this.isOpen = false
  }

  async wait({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    for (let looks = 0; !this.isOpen && looks < 100; looks += 1) {
      signal?.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, 700))
    }
    signal?.throwIfAborted()
  }
}
