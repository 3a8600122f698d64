import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import {
  acceptedOf,
  exerciseNamed,
  exerciseOf,
  firstNotStarted,
  isPartOfAnswer,
  isStarted,
  mistakesOf,
  readCourse,
  strayNotice,
} from './catalog.ts'
import { putFile } from '../testing/put-file.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'async-kata-'))
  write('test/02-limits/01-limit/limit.test.ts')
  write('test/01-start/02-rate-limit/rate-limit.test.ts')
  write('test/01-start/01-hello/hello.test.ts')
  write('test/01-start/01-hello/mistakes/b.ts')
  write('test/01-start/01-hello/mistakes/a.ts')
  write('exercises/01-start/01-hello/hello.ts', 'function hello() {\n  // TODO: say it\n}\n')
  write('exercises/01-start/02-rate-limit/rate-limit.ts', '// TODO: begin\n')
  write('exercises/02-limits/01-limit/limit.ts', '// TODO: begin\n')
})

afterEach(() => rmSync(root, { recursive: true }))

const write = (path: string, text?: string) => putFile(root, path, text)

const slugs = () => readCourse(root).map((exercise) => exercise.slug)

test('the course is its folders, in their order', () => {
  write('test/10-later/01-last/last.test.ts')
  write('test/notes/01-no-chapter/x.ts')

  expect(slugs()).toEqual(['hello', 'rate-limit', 'limit', 'last'])
  expect(readCourse(root).map((exercise) => exercise.number)).toEqual(['1.1', '1.2', '2.1', '10.1'])
})

test('an exercise knows its files in every mirror', () => {
  expect(readCourse(root)[0]).toMatchObject({
    stub: 'exercises/01-start/01-hello/hello.ts',
    solution: 'solutions/01-start/01-hello/hello.ts',
    test: 'test/01-start/01-hello/hello.test.ts',
  })
})

test('a file of any mirror leads to its exercise', () => {
  const find = (path: string) => exerciseOf(readCourse(root), root, join(root, path))?.slug

  expect(find('solutions/02-limits/01-limit/limit.ts')).toBe('limit')
  expect(find('test/01-start/01-hello/mistakes/a.ts')).toBe('hello')
  expect(find('src/clock/clock.ts')).toBeUndefined()
})

test('an exercise is named by its slug or its number; any other name lists what there is', () => {
  const course = readCourse(root)

  expect(exerciseNamed(course, 'rate-limit').number).toBe('1.2')
  expect(exerciseNamed(course, '2.1').slug).toBe('limit')
  expect(() => exerciseNamed(course, 'limbo')).toThrow(
    'There is no exercise called "limbo". There are: 1.1 hello, 1.2 rate-limit, 2.1 limit.',
  )
})

test('mistakes and accepted answers are listed in order; a missing folder holds none', () => {
  const [hello] = readCourse(root)
  if (!hello) throw new Error('no exercise')

  expect(mistakesOf(root, hello).map((path) => path.slice(-4))).toEqual(['a.ts', 'b.ts'])
  expect(acceptedOf(root, hello)).toEqual([])
})

test('shadows and locks of editors and systems are nobody’s answers', () => {
  write('test/01-start/01-hello/mistakes/._a.ts')
  write('test/01-start/01-hello/mistakes/.#a.ts')
  const [hello] = readCourse(root)
  if (!hello) throw new Error('no exercise')

  expect(mistakesOf(root, hello)).toHaveLength(2)
  expect(isPartOfAnswer(hello, 'exercises/01-start/01-hello/words.ts')).toBe(true)
  expect(isPartOfAnswer(hello, 'exercises/01-start/01-hello/._hello.ts')).toBe(false)
})

test('a folder that is no slug is no exercise, and is told', () => {
  expect(strayNotice(root)).toBe('')
  write('test/01-start/01-hello 2/hello.test.ts')
  write('exercises/01-start/01-hello (Kopie)/hello.ts')

  expect(slugs()).toEqual(['hello', 'rate-limit', 'limit'])
  expect(strayNotice(root)).toContain('exercises/01-start/01-hello (Kopie) (and 1 more) is no')
})

test('an exercise is started when its TODO is gone, or its file', () => {
  const [hello, rate] = readCourse(root)
  if (!hello || !rate) throw new Error('no exercise')

  expect([isStarted(root, hello), isStarted(root, rate)]).toEqual([false, false])
  write(hello.stub, 'const TODO = "the word alone is no comment"\n')
  rmSync(join(root, rate.stub))
  expect([isStarted(root, hello), isStarted(root, rate)]).toEqual([true, true])
})

test('the first that is not started is the one that waits', () => {
  expect(firstNotStarted(root, readCourse(root))?.slug).toBe('hello')
  write('exercises/01-start/01-hello/hello.ts', 'export {}\n')
  expect(firstNotStarted(root, readCourse(root))?.slug).toBe('rate-limit')
})
