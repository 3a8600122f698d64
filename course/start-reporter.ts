import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

import { exerciseOf, readCourse } from './catalog.ts'

/**
 * What `npm start` shows: one exercise at a time, its tests line by line, and of the failures the
 * first, since the others usually say the same once more.
 */
export class StartReporter implements Reporter {
  readonly #root: string
  #vitest: Vitest | undefined
  /** What turned green in the last run: the next exercise takes its place on the screen at once. */
  #solved = ''

  constructor(root: string) {
    this.#root = root
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const judged = modules.filter((module) => module.state() !== 'skipped')
    for (const module of judged) this.#show(module)
  }

  onWatcherStart(): void {
    this.#print('  Save the file, and it is judged again. Press q to leave.\n')
  }

  #show(module: TestModule): void {
    const exercise = exerciseOf(readCourse(this.#root), this.#root, module.moduleId)
    const tests = [...module.children.allTests()]
    const title = exercise ? `${exercise.number} ${exercise.slug}` : module.moduleId
    if (process.stdout.isTTY) this.#print('\x1Bc')
    if (this.#solved !== '' && this.#solved !== title)
      this.#print(`\n  ✓ ${this.#solved} is solved.`)
    this.#solved = module.ok() ? title : ''
    this.#print(`\n  ${title}\n`)
    for (const test of tests) this.#print(`  ${SIGN[test.result().state]} ${test.name}`)
    const [first] = tests.filter((test) => test.result().state === 'failed')
    const errors = first ? messagesOf(first) : module.errors().map((error) => error.message)
    if (first) this.#print(`\n  ✗ ${first.name}`)
    for (const error of errors) this.#print(`\n${error.replace(/^(?=.)/gm, '    ')}`)
    this.#print('')
  }

  #print(text: string): void {
    this.#vitest?.logger.log(text)
  }
}

const SIGN = { passed: '✓', failed: '✗', skipped: '·', pending: '·' } as const

const messagesOf = (test: TestCase): string[] =>
  (test.result().errors ?? []).map((error) => error.message)
