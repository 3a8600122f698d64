import { afterEach, beforeEach, expect, test } from 'vitest'

import type { TinyCourse } from '../src/testing/tiny-course.ts'
import {
  LESSON,
  MISCONCEPTIONS,
  RECORDED,
  SOLUTION,
  tinyHandouts,
  violationsOf,
} from './handouts.fixture.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyHandouts()
})

afterEach(() => course.dispose())

test('the tiny course breaks no law', async () => {
  expect(await violationsOf(course)).toEqual([])
})

test.each([
  ['The story.', 'A\nstory 🍜.', ':4  The font for prose has no "🍜" (U+1F35C)'],
  ['print("done")', 'print("麺")', ':8  The font for code has no "麺" (U+9EBA)'],
])(
  'of a lesson, %j cannot be %j, whose characters the fonts lack',
  async (before, after, words) => {
    course.change(LESSON, before, after)

    expect(await violationsOf(course)).toEqual([
      expect.stringContaining(`${LESSON}${words}`) as string,
    ])
  },
)

test('a belief has to be printable as well', async () => {
  const file = 'test/01-first/01-hello/mistakes/early.ts'
  course.change(file, 'It is early.', 'It is 早い.')

  expect(await violationsOf(course)).toEqual([
    `${file}:1  The font for prose has no "早" (U+65E9): write it in other words.`,
    `${file}:1  The font for prose has no "い" (U+3044): write it in other words.`,
  ])
})

test('a line of a solution stays out of what participants get', async () => {
  // The later lesson shows what the earlier one keeps to itself.
  course.write(SOLUTION, 'export const secret = "nobody may read <this>"\n')
  course.change(
    'exercises/01-first/02-again/README.md',
    "console.log('done')",
    'export const secret = "nobody may read <this>"',
  )

  const found = (name: string) =>
    `${SOLUTION}:1  This line of the solution stands in ${name}, which participants get.`
  expect(await violationsOf(course)).toEqual(
    ['participant.html', 'participant.pdf', 'sheets.html', 'sheets.pdf'].map(found),
  )
})

test('what a lesson has shown, later ones may show again', async () => {
  const line = 'await theSameForEverybody(3_000)'
  course.change(LESSON, "console.log('done')", line)
  course.change(
    'solutions/01-first/02-again/again.ts',
    'await new Promise',
    `${line}\n  await new Promise`,
  )

  expect(await violationsOf(course)).toEqual([])
})

test('a sheet that needs two pages is refused, and so is a poster', async () => {
  const endless = Array.from({ length: 200 }, (_, index) => `- Point ${index}`).join('\n')
  course.change(LESSON, '- `main()` waits.', endless)
  course.change(MISCONCEPTIONS, '# The poster\n', `# The poster\n\n${endless}\n`)

  expect(await violationsOf(course)).toEqual([
    expect.stringMatching(`^${LESSON}  This does not fit one page of paper`) as string,
    expect.stringMatching(`^${MISCONCEPTIONS}  This does not fit one page of paper`) as string,
  ])
})

test('what is wrong already is told with it, and everything at once', async () => {
  course.change(LESSON, 'The story.', 'The story 🍜.')
  const violations = [{ file: SOLUTION, message: 'It fails the test "waits".' }]

  expect(await violationsOf(course, { ...RECORDED, violations })).toEqual([
    expect.stringContaining(`${LESSON}:3  The font for prose`) as string,
    `${SOLUTION}  It fails the test "waits".`,
  ])
})
