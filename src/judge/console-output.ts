import { basename } from 'node:path'
import type { UserConsoleLog } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

/** A reporter that says nothing and keeps what submissions print. */
export class ConsoleOutput implements Reporter {
  readonly #texts = new Map<string, string>()

  onUserConsoleLog({ content, taskId = '' }: UserConsoleLog): void {
    this.#texts.set(taskId, (this.#texts.get(taskId) ?? '') + content)
  }

  /** What was printed while a test ran. */
  in(testId: string): string {
    return this.#texts.get(testId) ?? ''
  }

  /** All that was printed by what was judged under that absolute path: while loading, then test by test. */
  by(file: string, module: TestModule | undefined): string {
    const loading = [...this.#texts].flatMap(([id, text]) =>
      // Outside every test Vitest knows no better name than the place in the source.
      id.includes(basename(file)) ? [text] : [],
    )
    const tests = [...(module?.children.allTests() ?? [])].map((test) => this.in(test.id))
    return [...loading, this.in(module?.id ?? ''), ...tests].join('')
  }

  forget(): void {
    this.#texts.clear()
  }
}
