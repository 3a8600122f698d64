import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Failure } from '../../harness/failure.ts'
import type { Verdict } from '../../judge/verdict.ts'
import { tinyCourse, type TinyCourse } from '../../testing/tiny-course.ts'
import {
  acceptedAreGreen,
  mistakesAreCaught,
  solutionsAreGreen,
  stubsAreRed,
  submissionsOf,
  whenJudged,
  type JudgedLaw,
} from './judged.ts'
import { JUDGED_LAWS } from './index.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyCourse()
})

afterEach(() => course.dispose())

const STUB = 'exercises/01-first/01-hello/hello.ts'
const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
const ACCEPTED = 'test/01-first/01-hello/accepted/then-chain.ts'
const MISTAKE = 'test/01-first/01-hello/mistakes/late.ts'

/** What the tests say: an assertion by its words, or any other failure. */
type Said = string | Failure

const failureFrom = (said: Said): Failure =>
  typeof said === 'string' ? { kind: 'value', sentence: said } : said

/** What a law says when the tests say this of one file: a failure fails a test, '' passes it. */
function says(law: JudgedLaw, file: string, said: Said[], errors: string[] = []) {
  const tests = said.map((one, index) => ({
    title: `test ${index + 1}`,
    ...(one === ''
      ? { state: 'passed' as const }
      : { state: 'failed' as const, failure: failureFrom(one) }),
    ms: 0,
  }))
  const verdict: Verdict = {
    file,
    tests,
    errors: errors.map((sentence) => ({ kind: 'exit', sentence })),
    solved: errors.length === 0 && said.every((one) => one === ''),
    notes: [],
    modules: [],
    printed: '',
  }
  return whenJudged(law, new Map([[file, verdict]]))(course.read())
}

const one = (file: string, words: string) => [
  { file, message: expect.stringContaining(words) as string },
]

const ASSERTION = 'main resolved at second 0 instead of 3.'

describe('a stub with its TODO', () => {
  test('is red by an assertion', () => {
    expect(says(stubsAreRed, STUB, ['', ASSERTION])).toEqual([])
  })

  test('is not green', () => {
    expect(says(stubsAreRed, STUB, ['', ''])).toEqual(one(STUB, 'green although the TODO'))
  })

  test.each<Failure>([
    { kind: 'error', sentence: 'Your code threw TypeError: Cannot read properties of undefined' },
    { kind: 'error', sentence: 'Your code threw Error: not written yet' },
    { kind: 'load', sentence: `${STUB} exports no \`main\`. The tests call it as a function` },
    { kind: 'load', sentence: `${STUB} throws while it is loaded, on line 1: no` },
    { kind: 'gave up', sentence: 'The test was still running after 4 real seconds.' },
    { kind: 'endless', sentence: 'An endless loop: the code never let anybody else have a turn' },
    { kind: 'blocking', sentence: 'This blocks the whole process' },
    { kind: 'exit', sentence: 'Your code ends the whole process' },
  ])('does not break: $sentence', (failure) => {
    expect(says(stubsAreRed, STUB, [ASSERTION, failure])).toEqual(
      one(STUB, 'no assertion refuses it, it breaks with'),
    )
  })

  test('can be judged', () => {
    expect(says(stubsAreRed, STUB, [], ['It ends the process.'])).toEqual(one(STUB, 'ends the'))
  })
})

test('a stub without its TODO is nobody’s business', () => {
  course.change(STUB, '// TODO: wait three seconds.', '')

  expect(says(stubsAreRed, STUB, [''])).toEqual([])
  expect(submissionsOf(course.read(), JUDGED_LAWS).map(({ file }) => file)).not.toContain(STUB)
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

test.each<[Said[], string]>([
  [[''], 'No test fails for this mistake'],
  [[ASSERTION], 'does not say "main came late"'],
  [
    ['main came late', { kind: 'gave up', sentence: 'Still running.' }],
    'give up on it with "Still running',
  ],
])('a mistake is not caught by %j', (messages, words) => {
  expect(says(mistakesAreCaught, MISTAKE, messages)).toEqual(one(MISTAKE, words))
})

test.each([
  'Handled: expected [ undefined ] to deeply equal [ 1 ]',
  'expected 1 to be 2 // Object.is equality',
])('a mistake is not told %j', (words) => {
  expect(says(mistakesAreCaught, MISTAKE, ['main came late', words])).toEqual(
    one(MISTAKE, 'Say it in a sentence'),
  )
})

test('a mistake that cannot be judged is not caught', () => {
  expect(says(mistakesAreCaught, MISTAKE, [], ['It ends the process.'])).toEqual(
    one(MISTAKE, 'It ends the process.'),
  )
})

test('an exercise that lacks a file is not judged; another law names the file', () => {
  expect(submissionsOf(course.read(), JUDGED_LAWS)).toHaveLength(11)
  course.remove(SOLUTION)
  expect(submissionsOf(course.read(), JUDGED_LAWS)).toEqual([])
})
