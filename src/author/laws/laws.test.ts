import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { violationsIn } from './index.ts'
import { oneViolation as one } from '../../testing/one-violation.ts'
import { tinyCourse, writeExercise, type TinyCourse } from '../../testing/tiny-course.ts'
import type { Violation } from '../../course/violation.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyCourse()
})

afterEach(() => course.dispose())

const LESSON = 'exercises/01-first/01-hello/README.md'
const STUB = 'exercises/01-first/01-hello/hello.ts'
const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
const NOTES = 'solutions/01-first/01-hello/README.md'
const TESTS = 'test/01-first/01-hello'

/** What is wrong with the course after a change, by file and message. */
function after(change: () => void): Violation[] {
  change()
  return violationsIn(course.read())
}

test('a complete exercise breaks no law', () => {
  expect(after(() => undefined)).toEqual([])
})

test('a second chapter, a copy kept by reset and a Finder file break none either', () => {
  const found = after(() => {
    course.write('exercises/02-second/README.md', '# Chapter 2: Second\n\nMinutes: 0\n\nMore.\n\n')
    writeExercise(course, '02-second', 1, 'limit')
    course.write('exercises/01-first/01-hello/hello.ts.bak-1', 'kept')
    course.write('test/.DS_Store', '')
    course.write('test/hostile/exits.ts', 'process.exit()')
  })

  expect(found).toEqual([])
})

const windows = (file: string) =>
  readFileSync(join(course.root, file), 'utf8').replaceAll('\n', '\r\n')

test('a clone with the line ends of Windows breaks none', () => {
  const found = after(() => {
    for (const file of course.read().files) course.write(file, windows(file))
  })

  expect(found).toEqual([])
})

test.each([
  [LESSON, 'write the lesson'],
  [STUB, 'write the stub, with one // TODO comment'],
  [SOLUTION, 'write the reference solution'],
  [NOTES, "write the trainer's notes"],
  [`${TESTS}/hello.test.ts`, 'write what a right answer does'],
])('%s is missed', (file, todo) => {
  expect(after(() => course.remove(file))).toContainEqual({
    file,
    message: `The file is missing: ${todo}.`,
  })
})

test.each(['exercises', 'solutions', 'test'])('an exercise is missed in %s alone', (mirror) => {
  const found = after(() => course.remove(`${mirror}/01-first/01-hello`))

  expect(found.map(({ file }) => file.split('/')[0])).toContain(mirror)
  expect(found.every(({ file }) => file.startsWith(`${mirror}/01-first/01-hello/`))).toBe(true)
})

const PAGE = 'exercises/01-first/README.md'

test('a chapter needs its page', () => {
  expect(after(() => course.remove(PAGE))).toEqual(one(PAGE, 'is missing', 'opening page'))
})

test.each([
  ['# Chapter 1: First', '# Chapter 2: First'],
  ['What it is about.\n', ''],
])('and in it, %j cannot be %j', (before, changed) => {
  expect(after(() => course.change(PAGE, before, changed))).toEqual(
    one(PAGE, 'Begin with "# Chapter 1: "'),
  )
})

test.each([
  ['- [1.1 hello](01-hello/README.md): one more.\n', ''],
  ['[1.1 hello]', '[1.2 hello]'],
  ['[1.1 hello](01-hello/README.md)', '1.1 hello'],
])('a chapter lists its exercises: %j cannot be %j', (before, changed) => {
  expect(after(() => course.change(PAGE, before, changed))).toEqual(
    one(PAGE, 'Add a line for this exercise', '"- [1.1 hello](01-hello/README.md): …"'),
  )
})

test.each([
  ['Minutes: 15', ''],
  ['Minutes: 15', 'Minutes: 45–90'],
  ['Minutes: 15', 'Minutes: 15; 10 for the core: 1.1'],
  ['Minutes: 15', 'Minutes: 15; 0 for the core: 1.2'],
])('a chapter says how long it takes: %j cannot be %j', (before, changed) => {
  expect(after(() => course.change(PAGE, before, changed))).toEqual(one(PAGE, '"Minutes: 15'))
})

test('a chapter that is too long for a workshop has a core', () => {
  const core = 'Minutes: 165; 15 for the core: 1.1'
  const long = after(() => {
    writeExercise(course, '01-first', 2, 'limit')
    course.change('solutions/01-first/02-limit/README.md', 'Minutes: 15', 'Minutes: 150')
    course.change(PAGE, 'Minutes: 30', 'Minutes: 165')
  })

  expect(long).toEqual(one(PAGE, 'name a core'))
  expect(after(() => course.change(PAGE, 'Minutes: 165', core))).toEqual([])
})

test('every solution needs a typo', () => {
  const file = 'src/author/typos.ts'

  expect(after(() => course.change(file, 'hello | - |', 'hello | other |'))).toEqual(
    one(file, 'begins with "hello | - |"'),
  )
})

test.each([
  'exercises/01-first/01-hello/notes.md',
  'exercises/01-first/01-hello/other.ts',
  'exercises/README.md',
  'solutions/01-first/README.md',
  'solutions/01-first/01-hello/hello.ts.bak',
  `${TESTS}/other.test.ts`,
  `${TESTS}/mistakes/notes.md`,
  `${TESTS}/mistakes/more/deep.ts`,
  'test/helpers.ts',
])('%s is a stray', (file) => {
  expect(after(() => course.write(file, 'x'))).toEqual(one(file, 'move it', 'or delete it'))
})

test.each(['notes', '2-second', '02-Second', '02-second_one'])('%s names no folder', (name) => {
  const found = after(() => course.write(`test/${name}/01-hello/hello.test.ts`, ''))

  expect(found).toContainEqual(one(`test/${name}`, 'two digits and a slug')[0])
})

/** The numbers and slugs that are wrong, other laws aside. */
const misnamed = (found: Violation[]) =>
  found.filter(({ message }) => /number|find another name/.test(message))

test('an exercise that lies in one mirror alone is looked at as well', () => {
  const found = after(() => course.write('exercises/01-first/02-limit/README.md', '# Limit\n'))

  expect(found).toContainEqual(one('test/01-first/02-limit/limit.test.ts', 'is missing')[0])
  expect(found).toContainEqual(one(PAGE, '1.2 limit')[0])
})

test('a number is missing', () => {
  const found = after(() => writeExercise(course, '01-first', 3, 'limit'))

  expect(misnamed(found)).toEqual(one('exercises/01-first/03-limit', 'The number 02 is missing'))
})

test('a chapter is missing', () => {
  const found = after(() => writeExercise(course, '03-third', 1, 'limit'))

  expect(misnamed(found)).toEqual(one('exercises/03-third', 'The number 02 is missing'))
})

test('a number is given twice', () => {
  const found = after(() => writeExercise(course, '01-first', 1, 'limit'))

  expect(misnamed(found)).toEqual(
    one('exercises/01-first/01-limit', '01-first/01-hello has this number already'),
  )
})

test('a slug is given twice', () => {
  const found = after(() => writeExercise(course, '02-second', 1, 'hello'))

  expect(misnamed(found)).toEqual(
    one('exercises/02-second/01-hello', '01-first/01-hello is called hello as well'),
  )
})

test('eight mistakes are the least', () => {
  expect(after(() => course.remove(`${TESTS}/mistakes/late.ts`))).toEqual(
    one(`${TESTS}/mistakes/`, 'There are 7 mistakes, and eight are the least'),
  )
})

test('one accepted answer is the least', () => {
  expect(after(() => course.remove(`${TESTS}/accepted`))).toEqual(
    one(`${TESTS}/accepted/`, 'no accepted answer: write a right one'),
  )
})

test.each([
  ['@belief It is late.', 'A remark.', 'needs a header', '@belief'],
  ['@says main came late', 'Nothing.', 'needs a header', '@says'],
  ['It is late.', 'It is late', 'end it with a full stop'],
])('the header of a mistake needs %j', (before, changed, ...words) => {
  const file = `${TESTS}/mistakes/late.ts`

  expect(after(() => course.change(file, before, changed))).toEqual(one(file, ...words))
})

test('what a test asserts behind its picture is told, with its line', () => {
  const found = after(() =>
    course.change(
      `${TESTS}/hello.test.ts`,
      '  `)\n})',
      "  `)\n  expect(timeline).toLookLike('')\n  expect(1).toBe(1)\n})",
    ),
  )

  expect(found).toMatchObject([{ file: `${TESTS}/hello.test.ts`, line: 6 }])
})

test('of two equal assertions, the one behind the picture is told', () => {
  const file = `${TESTS}/hello.test.ts`
  const found = after(() => {
    course.change(file, '  `)\n})', '  `)\n  expect(1).toBe(1)\n})')
    course.change(file, '  expect(timeline)', '  expect(1).toBe(1)\n  expect(timeline)')
  })

  expect(found).toMatchObject([{ file, line: 6 }])
})
