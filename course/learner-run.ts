import { relative, sep } from 'node:path'
import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node'
import { type Plugin } from 'vite'

import { firstNotStarted, readCourse, type Exercise } from './catalog.ts'

/**
 * Makes plain Vitest behave as a learner expects, in the terminal, in the UI and in an editor:
 * tells the tests which files a run asked for by name, says when only a TODO line is left to
 * delete, and opens the next exercise as soon as one has turned green.
 */
export function learnerRun(root: string): Plugin {
  return {
    name: 'async-kata:learner-run',
    configureVitest({ vitest }) {
      vitest.config.reporters.push(new LearnerReporter(root, vitest))
    },
  }
}

class LearnerReporter implements Reporter {
  readonly #root: string
  readonly #vitest: Vitest

  constructor(root: string, vitest: Vitest) {
    this.#root = root
    this.#vitest = vitest
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const run = specifications.map(({ moduleId }) => this.#relative(moduleId))
    this.#vitest.provide('named', namedFiles(readCourse(this.#root), run, filtersOf(this.#vitest)))
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const course = readCourse(this.#root)
    console.log(
      modules.map((m) => m.moduleId + ' ' + m.state()),
      course.length,
      firstNotStarted(this.#root, course)?.slug,
    )
  }

  #relative(file: string): string {
    return relative(this.#root, file).split(sep).join('/')
  }
}

const filtersOf = (vitest: Vitest): string[] =>
  (vitest as unknown as { filenamePattern?: string[] }).filenamePattern ?? []

/**
 * The test files that a run asked for by name: the only one of a run, or one that a filter names by
 * its slug, its number or its path. `limit` names 6.1 and not `rate-limit`.
 */
export function namedFiles(
  course: readonly Exercise[],
  run: readonly string[],
  filters: readonly string[],
): string[] {
  if (run.length === 1 && course.length > 1) return [...run]
  return course
    .filter((exercise) => filters.some((filter) => names(filter, exercise)))
    .map((exercise) => exercise.test)
}

function names(filter: string, exercise: Exercise): boolean {
  const wanted = filter.split(sep).join('/').replace(/^\.\//, '')
  return wanted === exercise.slug || wanted.includes(exercise.path)
}
