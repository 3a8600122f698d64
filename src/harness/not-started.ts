import {
  exerciseOf,
  firstNotStarted,
  isStarted,
  readCourse,
  relativePath,
} from '../course/catalog.ts'

/** Which exercises a run judges; the configuration provides it (vitest.config.ts). */
export type Policy =
  /** Those that are started, and the first that is not: a learner's run. */
  | 'learner'
  /** All of them: reference solutions, mistakes, accepted answers. */
  | 'all'

/**
 * Why the tests of a file are skipped, or nothing: a stub that still holds its `// TODO` has not
 * been started, and only the first of those, in course order, is red and waiting. `named` holds the
 * test files that a run asked for by name; those are never skipped.
 */
export function whySkipped(
  root: string,
  testFile: string,
  policy: Policy,
  named: readonly string[],
): string | undefined {
  if (policy === 'all' || named.includes(relativePath(root, testFile))) return undefined
  const course = readCourse(root)
  const exercise = exerciseOf(course, root, testFile)
  if (!exercise || isStarted(root, exercise)) return undefined
  return firstNotStarted(root, course)?.path === exercise.path ? undefined : 'not started'
}

/** Whether the learner's file behind a test still says that it is not started. */
export function holdsTodo(root: string, testFile: string): boolean {
  const exercise = exerciseOf(readCourse(root), root, testFile)
  return exercise !== undefined && !isStarted(root, exercise)
}
