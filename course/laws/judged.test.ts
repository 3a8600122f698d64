import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { only, violationsWhenJudged } from '../check-laws.ts'
import type { Verdict } from '../verdict.ts'
import { tinyCourse, type TinyCourse } from './fixture.ts'
import {
  acceptedAreGreen,
  mistakesAreCaught,
  solutionsAreGreen,
  stubsAreRed,
  submissionsOf,
  type JudgedLaw,
} from './judged.ts'
import { readCourseFiles } from './law.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyCourse()
})

afterEach(() => course.dispose())

const STUB = 'exercises/01-first/01-hello/hello.ts'
const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
const ACCEPTED = 'test/01-first/01-hello/accepted/then-chain.ts'
const MISTAKE = 'test/01-first/01-hello/mistakes/late.ts'

/** What a law says when the tests say this of one file: a message fails a test, none passes it. */
function says(law: JudgedLaw, file: string, messages: string[], errors: string[] = []) {
  const state = (message: string) => (message === '' ? ('passed' as const) : ('failed' as const))
  const tests = messages.map((message, index) => ({
    title: `test ${index + 1}`,
    state: state(message),
    messages: message === '' ? [] : [message],
    ms: 0,
  }))
  const solved = errors.length === 0 && messages.every((message) => message === '')
  const verdict: Verdict = { file, tests, errors, solved, printed: '' }
  return law(course.read(), new Map([[file, verdict]]))
}

const one = (file: string, words: string) => [
  { file, message: expect.stringContaining(words) as string },
]

const ASSERTION = 'main resolved at second 0 instead of 3.\n\nexpected  0\n  main  ==>'

describe('a stub with its TODO', () => {
  test('is red by an assertion', () => {
    expect(says(stubsAreRed, STUB, ['', ASSERTION])).toEqual([])
  })

  test('is not green', () => {
    expect(says(stubsAreRed, STUB, ['', ''])).toEqual(one(STUB, 'green although the TODO'))
  })

  test.each([
    "Cannot read properties of undefined (reading 'then')",
    'With the delays 2 (in seconds):\nmain(...) is not a function',
    `${STUB} exports no \`main\`. The tests call it as a function`,
    `${STUB} throws while it is loaded, on line 1: no`,
    'Test timed out in 5000ms.',
    'The test was still running after 4 real seconds.',
    'An endless loop: for a whole second the code never let the event loop turn',
    'An error was thrown in a callback, where nobody can catch it: Error: no',
  ])('does not break: %s', (message) => {
    expect(says(stubsAreRed, STUB, [ASSERTION, message])).toEqual(
      one(STUB, 'no assertion refuses it, it breaks with'),
    )
  })

  test('does not throw errors of its own', () => {
    course.change(STUB, '  // TODO', "  throw new Error('not written yet')\n  // TODO")

    expect(says(stubsAreRed, STUB, ['not written yet'])).toEqual(one(STUB, '"not written yet"'))
    expect(says(stubsAreRed, STUB, ["expected 'not written yet' to be 3"])).toEqual([])
  })

  test('can be judged', () => {
    expect(says(stubsAreRed, STUB, [], ['It ends the process.'])).toEqual(one(STUB, 'ends the'))
  })
})

test('a stub without its TODO is nobody’s business', () => {
  course.change(STUB, '// TODO: wait three seconds.', '')

  expect(says(stubsAreRed, STUB, [''])).toEqual([])
  expect(submissionsOf(course.read()).map(({ file }) => file)).not.toContain(STUB)
})

test.each([
  [solutionsAreGreen, SOLUTION, 'Mend the solution, or its tests'],
  [acceptedAreGreen, ACCEPTED, 'Ask for less in the tests, or mend the answer'],
])('what is right is green', (law, file, advice) => {
  expect(says(law, file, [''])).toEqual([])
  expect(says(law, file, ['', ASSERTION])).toEqual([
    {
      file,
      message: expect.stringContaining(
        `${advice}: the test "test 2" says "main resolved at second 0 instead of 3."`,
      ) as string,
    },
  ])
  expect(says(law, file, [], ['No such module.'])).toEqual(one(file, 'No such module.'))
})

test('a mistake is caught with the words that it promises, however they are wrapped', () => {
  expect(says(mistakesAreCaught, MISTAKE, ['', 'It seems that main\ncame late.'])).toEqual([])
})

test.each([
  [[''], 'No test fails for this mistake'],
  [[ASSERTION], 'does not say "main came late"'],
  [['main came late', 'Test timed out in 5000ms.'], 'give up on it with "Test timed out'],
])('a mistake is not caught by %j', (messages, words) => {
  expect(says(mistakesAreCaught, MISTAKE, messages)).toEqual(one(MISTAKE, words))
})

test('a mistake that cannot be judged is not caught', () => {
  expect(says(mistakesAreCaught, MISTAKE, [], ['It ends the process.'])).toEqual(
    one(MISTAKE, 'It ends the process.'),
  )
})

test('an exercise that lacks a file is not judged; another law names the file', () => {
  expect(submissionsOf(course.read())).toHaveLength(6)
  course.remove(SOLUTION)
  expect(submissionsOf(course.read())).toEqual([])
})

test('the exercise that is the model for all others breaks none of these laws', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const model = only(readCourseFiles(root), ['chained-handlers'])

  expect(model.exercises).toHaveLength(1)
  expect(await violationsWhenJudged(model)).toEqual([])
}, 60_000)
