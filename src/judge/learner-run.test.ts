import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { readCourse } from '../course/catalog.ts'
import { putFile } from '../testing/put-file.ts'
import { namedFiles, startsOf } from './learner-run.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-'))
  for (const path of ['01-start/01-hello', '01-start/02-rate-limit', '02-limits/01-limit']) {
    const slug = path.replace(/^.*[/]\d+-/, '')
    putFile(root, `test/${path}/${slug}.test.ts`)
    putFile(root, `exercises/${path}/${slug}.ts`, '// TODO: begin\n')
  }
})

afterEach(() => rmSync(root, { recursive: true }))

const slugsOf = (files: readonly string[]) =>
  readCourse(root)
    .filter((exercise) => files.includes(exercise.test))
    .map((exercise) => exercise.slug)

const skipped = (named: string[] = []) => slugsOf(startsOf(root, named).notStarted)

test('only the first that is not started is judged', () => {
  expect(skipped()).toEqual(['rate-limit', 'limit'])
  putFile(root, 'exercises/01-start/01-hello/hello.ts', 'export {}\n')
  expect(skipped()).toEqual(['limit'])
  expect(slugsOf(startsOf(root, []).holdsTodo)).toEqual(['rate-limit', 'limit'])
})

test('what a run names is judged', () => {
  expect(skipped(['test/02-limits/01-limit/limit.test.ts'])).toEqual(['rate-limit'])
})

test.each([
  [['limit'], ['limit']],
  [['rate-limit'], ['rate-limit']],
  [['test/01-start/01-hello/hello.test.ts'], ['hello']],
  [['01-start/01-hello'], ['hello']],
  [['01-start'], []],
  [[], []],
])('the filter %j names %j', (filters, named) => {
  const course = readCourse(root)
  const run = course.map((exercise) => exercise.test)

  expect(namedFiles(course, run, filters)).toEqual(
    course.filter(({ slug }) => named.includes(slug)).map((exercise) => exercise.test),
  )
})

test('the only file of a run is meant by name', () => {
  expect(namedFiles(readCourse(root), ['test/02-limits/01-limit/limit.test.ts'], [])).toEqual([
    'test/02-limits/01-limit/limit.test.ts',
  ])
})
