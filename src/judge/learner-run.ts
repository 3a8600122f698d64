import { dirname, join, sep } from 'node:path'
import { normalizePath, type Connect, type Plugin } from 'vite'
import type { Reporter, TestModule, TestProject, Vitest } from 'vitest/node'

import {
  exerciseOf,
  firstNotStarted,
  isStarted,
  readCourse,
  relativePath,
  type Exercise,
} from '../course/catalog.ts'
import { rememberStubs } from '../course/stubs.ts'

/**
 * Makes plain Vitest behave as a learner expects, in the terminal, in the UI and in an editor: loads
 * what is started and no more, says what to do next, and opens the next exercise as soon as one has
 * turned green.
 */
export function learnerRun(root: string): Plugin {
  return {
    name: 'async-kata:learner-run',
    configureServer({ middlewares }) {
      middlewares.use('/__vitest__', withoutOutsideFonts)
    },
    configureVitest({ vitest, project }) {
      rememberStubs(root, readCourse(root))
      vitest.provide('pictures', showsPictures(vitest))
      provideStarts(root, vitest, [])
      findOnlyStarted(root, project)
      vitest.config.reporters.push(learnerReporter(root, vitest))
      rerunWhenStubsComeAndGo(root, vitest)
    },
  }
}

/** Vitest's page asks another host for a font, and is white until that has answered, or never does. */
const withoutOutsideFonts: Connect.NextHandleFunction = (_request, response, next) => {
  response.setHeader(
    'Content-Security-Policy',
    "style-src 'self' 'unsafe-inline'; font-src 'self' data:",
  )
  next()
}

/**
 * Keeps test files out of a run that would only skip all their tests: each costs its time. What Vitest
 * knows of them stays, so that they can be run later. A filter that finds nothing else finds them.
 */
function findOnlyStarted(root: string, project: TestProject): void {
  const globTestFiles = project.globTestFiles.bind(project)
  project.globTestFiles = async (filters = []) => {
    const found = await globTestFiles(filters)
    const paths = found.testFiles.map((file) => relativePath(root, file))
    const { notStarted } = startsOf(root, namedFiles(readCourse(root), paths, filters))
    const testFiles = found.testFiles.filter((_, index) => !notStarted.includes(paths[index] ?? ''))
    return testFiles.length === 0 ? found : { ...found, testFiles }
  }
}

/** Tells the tests what is not started now; `named` are the test files that a run asks for by name. */
function provideStarts(root: string, vitest: Vitest, named: readonly string[]): void {
  const absolute = (file: string) => normalizePath(join(root, file))
  const { notStarted, holdsTodo } = startsOf(root, named)
  vitest.provide('notStarted', notStarted.map(absolute))
  vitest.provide('holdsTodo', holdsTodo.map(absolute))
}

/**
 * The test files whose exercise still holds its `// TODO`, and those of them that are not started: a
 * run skips them. The first in course order is red and waits, and what a run names is never skipped.
 * All paths are relative to the repository.
 */
export function startsOf(
  root: string,
  named: readonly string[],
): { notStarted: string[]; holdsTodo: string[] } {
  const holdsTodo = readCourse(root)
    .filter((exercise) => !isStarted(root, exercise))
    .map((exercise) => exercise.test)
  return { notStarted: holdsTodo.slice(1).filter((file) => !named.includes(file)), holdsTodo }
}

/** Whether somebody looks who can see an SVG: the UI, or the HTML report. */
const showsPictures = (vitest: Vitest): boolean =>
  vitest.config.ui || reporterNames(vitest).includes('html')

const reporterNames = (vitest: Vitest): string[] =>
  vitest.config.reporters.map((reporter) => (Array.isArray(reporter) ? String(reporter[0]) : ''))

/** Reporters whose output is for people; the others' must stay as a machine expects it. */
const FOR_PEOPLE = ['default', 'verbose', 'dot', 'tree', 'agent', 'minimal']

function learnerReporter(root: string, vitest: Vitest): Reporter {
  const talks = reporterNames(vitest).some((name) => FOR_PEOPLE.includes(name))
  return {
    onTestRunStart(specifications) {
      const run = specifications.map(({ moduleId }) => relativePath(root, moduleId))
      provideStarts(root, vitest, namedFiles(readCourse(root), run, filtersOf(vitest)))
    },

    onTestRunEnd(modules) {
      const course = readCourse(root)
      const next = firstNotStarted(root, course)
      const said = talks ? whatNow(root, course, next, modules) : []
      for (const line of said) vitest.logger.log(line)
      const opens = next && vitest.config.watch && isWithin(filtersOf(vitest), next)
      if (opens && allGreen(modules)) runSkipped(root, vitest, next)
    },
  }
}

/** What there is to do after a run, for the learner. */
function* whatNow(
  root: string,
  course: readonly Exercise[],
  next: Exercise | undefined,
  modules: readonly TestModule[],
): Generator<string> {
  for (const module of modules) {
    const exercise = exerciseOf(course, root, module.moduleId)
    if (!exercise) continue
    const { number, slug, stub } = exercise
    if (module.state() === 'failed') {
      yield `  Edit    ${stub}\n  Lesson  ${dirname(stub)}/README.md\n`
    } else if (module.state() === 'passed' && exercise === next) {
      yield `  ${number} ${slug} is right! Now delete the TODO comment in ${stub},\n  and the next exercise opens.\n`
    }
  }
  const [, ...left] = course.filter((exercise) => !isStarted(root, exercise))
  if (left[0])
    yield `  ${left.length} more not started: npx vitest ${left[0].slug} names one of them.\n`
  if (!next && allGreen(modules)) yield '  Every exercise is solved. Well done!\n'
}

/** Runs an exercise's tests if they have not been run so far. */
function runSkipped(root: string, vitest: Vitest, { test }: Exercise): void {
  const [specification] = vitest.getModuleSpecifications(normalizePath(join(root, test)))
  if (!specification || (specification.testModule?.state() ?? 'skipped') !== 'skipped') return
  // Not awaited: the run that has just ended is still being reported.
  setImmediate(() => void vitest.rerunTestSpecifications([specification]))
}

/** Green, and not merely skipped. */
const allGreen = (modules: readonly TestModule[]): boolean =>
  modules.every((module) => module.ok()) && modules.some((module) => module.state() === 'passed')

/**
 * Vitest does not run a test when a file that it imports is deleted, or comes back, nor when it has
 * never been loaded.
 */
function rerunWhenStubsComeAndGo(root: string, vitest: Vitest): void {
  if (!vitest.config.watch) return
  const rerun = (file: string) => {
    const exercise = exerciseOf(readCourse(root), root, file)
    if (!exercise || normalizePath(file) !== normalizePath(join(root, exercise.stub))) return
    vitest.invalidateFile(normalizePath(file))
    const test = normalizePath(join(root, exercise.test))
    void vitest.rerunTestSpecifications(vitest.getModuleSpecifications(test))
  }
  vitest.vite.watcher.on('change', (file) => {
    const exercise = exerciseOf(readCourse(root), root, file)
    if (!exercise || !isWithin(filtersOf(vitest), exercise)) return
    if (!vitest.vite.moduleGraph.getModulesByFile(normalizePath(file))) rerun(file)
  })
  vitest.vite.watcher.on('unlink', (file) => {
    // Many editors save by renaming: give the file a moment to come back. Of one that has come back
    // Vitest says nothing either, as it holds it for changed already.
    setTimeout(() => rerun(file), 200)
  })
}

/** Whether a run with these filters holds it: what was asked for by name stays alone. */
const isWithin = (filters: readonly string[], { test }: Exercise): boolean =>
  filters.length === 0 || filters.some((filter) => test.includes(filter.split(sep).join('/')))

/** What was typed after `vitest`: parts of paths of test files. */
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
  const wanted = filter.split(sep).join('/')
  return wanted === exercise.slug || wanted.includes(exercise.path)
}
