import { statSync } from 'node:fs'

/** Tells of files whether they have been written since one has looked last. */
export class Stamps {
  #stamps = new Map<string, string>()

  /** Looks at these files from now on; returns those that have changed, or were not looked at before. */
  take(files: readonly string[]): string[] {
    const before = this.#stamps
    this.#stamps = new Map(files.map((file) => [file, stampOf(file)]))
    return files.filter((file) => before.get(file) !== this.#stamps.get(file))
  }

  /** Looks at these files as well, as far as it does not look at them yet. */
  add(files: readonly string[]): void {
    for (const file of files) {
      if (!this.#stamps.has(file)) this.#stamps.set(file, stampOf(file))
    }
  }

  /** Whether one of them has been written, has gone or has come since. */
  haveChanged(): boolean {
    return [...this.#stamps].some(([file, stamp]) => stampOf(file) !== stamp)
  }
}

/** When a file was written, and how long it is; empty where there is none. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.size}` : ''
}
