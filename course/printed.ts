import type { UserConsoleLog } from 'vitest'
import type { Reporter, Vitest } from 'vitest/node'

/** A reporter that says nothing and keeps what submissions print. */
export class Printed implements Reporter {
  #vitest: Vitest | undefined
  readonly #texts = new Map<string, string>()

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onUserConsoleLog({ content, taskId }: UserConsoleLog): void {
    const task = taskId === undefined ? undefined : this.#vitest?.state.idMap.get(taskId)
    const file = task?.file.filepath ?? ''
    this.#texts.set(file, (this.#texts.get(file) ?? '') + content)
  }

  /** What the submission judged under that absolute path has printed. */
  by(file: string): string {
    return this.#texts.get(file) ?? ''
  }

  forget(): void {
    this.#texts.clear()
  }
}
