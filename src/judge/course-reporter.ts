import type { Reporter, TestModule } from 'vitest/node'

import { readCourse } from '../course/catalog.ts'

/** Says at the end of `npm test` how many of one's own exercises were among the tests. */
export class CourseReporter implements Reporter {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const yours = modules.filter((module) => module.project.name === 'yours')
    const green = yours.filter((module) => module.ok()).length
    const all = readCourse(this.#root).length
    console.log(`  ${sentence(yours.length, green, all)}\n`)
  }
}

function sentence(started: number, green: number, all: number): string {
  if (started === 0)
    return `Of your own exercises none is begun yet (of ${all}): npm start opens the first.`
  const own = `${started} of the ${all} exercises ${started === 1 ? 'is' : 'are'} begun in this clone`
  return green === started
    ? `${own}, and ${started === 1 ? 'it is' : 'all are'} right.`
    : `${own}; ${green} of them right.`
}
