import { afterEach, beforeEach, expect, test } from 'vitest'

import { violationsIn } from './index.ts'
import { tinyCourse, type TinyCourse } from '../../testing/tiny-course.ts'
import type { Violation } from '../../course/violation.ts'
import { oneViolation as one } from '../../testing/one-violation.ts'

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

/** What is wrong with the course after a change. */
function after(change: () => void): Violation[] {
  change()
  return violationsIn(course.read())
}

const LONG = 'x'.repeat(77)

test.each([
  ['# 1.1 A title', '# 1.2 A title', 'should be "# 1.1 " and words', 'it is "# 1.2 A title"'],
  ['# 1.1 A title', '# 1.1', 'should be "# 1.1 " and words'],
  ['The story.\n', '', 'Tell the story'],
  ['## Your job\n', '', 'Write the section "Your job"'],
  ['## Your job\n', '## Your job\n\nWait.\n\n## Rules\n', 'no place for a section "Rules"'],
  ['## Hints\n', '## Your job\n\nAgain.\n\n## Hints\n', 'Put the sections in this order'],
  ['```python', '```py', 'needs a `python` fence'],
  ['```ts', '```js', 'needs a `ts` fence'],
  ['```text', '```', 'needs a `text` fence'],
  ['<summary>Answer</summary>\n\nAt once.\n', '<summary>A</summary>\n', 'The answer', 'is empty'],
  ['```timeline', '```text', 'needs a `timeline` fence'],
  ['Hint 2', 'Tip 2', 'three <details> called Hint 1, Hint 2, Hint 3', 'Hint 1, Tip 2'],
  ['Think 2.\n', '', 'Hint 2 is empty'],
  [
    'Think 2.',
    'Write `await new Promise((done) =>\nsetTimeout(done, 3_000))`.',
    'Hint 2 contains a line of the solution',
    'await new Promise',
  ],
])('of the lesson, %j cannot be %j', (before, changed, ...words) => {
  expect(after(() => course.change(LESSON, before, changed))).toEqual(one(LESSON, ...words))
})

test.each([
  ['main  ==>', 'main  =>', 36, 'No test draws this timeline', `${TESTS}/hello.test.ts`],
  ['print("done")', LONG, 8, 'This line has 77 columns', 'at most 76'],
])('of the lesson, %j cannot be %j, on its line', (before, changed, line, ...words) => {
  expect(after(() => course.change(LESSON, before, changed))).toEqual(
    one(`${LESSON}:${line}`, ...words),
  )
})

test.each([
  ['- `main()` waits.\n', '<!-- to do -->\n', ['The section "Your job" is empty', 'raw HTML']],
  [
    '<details>\n<summary>Answer',
    '<div>\n<summary>Answer',
    ['needs one <details> with the answer; it has 0', 'raw HTML', '</details> closes nothing'],
  ],
])('what is raw HTML does not count: %j cannot be %j', (before, changed, words) => {
  expect(after(() => course.change(LESSON, before, changed))).toEqual(
    words.flatMap((said) => one(LESSON, said)),
  )
})

test('a timeline may be any picture of the tests, however it is indented', () => {
  const found = after(() => course.change(LESSON, 'main  ==>', '  main  ==>\n'))

  expect(found).toEqual([])
})

test('a hint may show what the stub shows, and what is short', () => {
  const found = after(() => {
    course.change(STUB, '  // TODO', '  const everybodyKnowsThis = 1\n  // TODO')
    course.change(SOLUTION, '  await', '  const everybodyKnowsThis = 1\n  let short\n  await')
    course.change(LESSON, 'Think 1.', '`const everybodyKnowsThis = 1` and `let short`')
  })

  expect(found).toEqual([])
})

test.each([
  ['1.1 hello', '1.2 hello', 'should be "# Trainer\'s notes: 1.1 hello"'],
  ['Minutes: 15', 'Minutes: a few', 'such as "Minutes: 15"'],
  ['## Other ways\n', '', 'Write the section "Other ways"'],
  ['Because.\n', '', 'The section "Why this exercise" is empty'],
])('of the notes, %j cannot be %j', (before, changed, ...words) => {
  expect(after(() => course.change(NOTES, before, changed))).toEqual(one(NOTES, ...words))
})
