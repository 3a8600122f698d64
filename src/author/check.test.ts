import { expect, test, vi } from 'vitest'

import { NO_PYTHON } from '../run/snippets/python.ts'
import { oneViolation as one } from '../testing/one-violation.ts'
import { root } from '../testing/root.ts'
import { tinyCourse } from '../testing/tiny-course.ts'
import { check, only, violationsWhenRun } from './check.ts'
import { readCourseFiles } from './laws/law.ts'

test('without Python the check fails, with one sentence', async () => {
  const course = tinyCourse()
  vi.stubEnv('PATH', course.root)
  try {
    const nothing = { ...course.read(), exercises: [] }
    expect(await violationsWhenRun(nothing)).toEqual(one('exercises/', NO_PYTHON))
  } finally {
    vi.unstubAllEnvs()
    course.dispose()
  }
})

test('an exercise is asked for by its slug or its number', () => {
  const course = readCourseFiles(root)

  for (const name of ['chained-handlers', '1.3'])
    expect(only(course, [name]).exercises.map(({ slug }) => slug)).toEqual(['chained-handlers'])
})

test('a slug that nobody knows is refused before anything is judged', async () => {
  await expect(check(root, ['helo'])).rejects.toThrow('no exercise called "helo"')
})
