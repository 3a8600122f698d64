import { afterEach, beforeEach, expect, test } from 'vitest'

import { printed } from '../../course/violation.ts'
import { tinyCourse, writeExercise, type TinyCourse } from '../../testing/tiny-course.ts'
import { violationsIn } from './index.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyCourse()
  writeExercise(course, '01-first', 2, 'again')
})

afterEach(() => course.dispose())

const LESSON = 'exercises/01-first/01-hello/README.md'
const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
const NOTES = 'solutions/01-first/01-hello/README.md'
const CHAPTER = 'exercises/01-first/README.md'
const PLAN = 'handouts/pages/plan.md'
const MISCONCEPTIONS = 'handouts/pages/misconceptions.md'

/** What is wrong with the course, as it is printed. */
const wrong = (): string[] => printed(violationsIn(course.read()))

const LINK = '[there]'
const IMAGE = '![]'
const FAR = `print("${'x'.repeat(70)}")`

test.each([
  ['raw HTML', 'The story.', 'The <b>story</b>.', ':3  "<b>" is raw HTML'],
  ['a comment', 'The story.', '<!-- later -->', ':3  "<!-- later -->" is raw HTML'],
  ['HTML in a list', '- `main()` waits.', '- <details>', ':32  "<details>" is raw HTML'],
  ['a summary with tags', 'Hint 1<', '<b>Hint</b><', ':42  "<details>" is raw HTML'],
  ['an open <details>', '</details>\n\n## Your', '## Your', ':40  This <details> begins within'],
  ['a last open <details>', 'Think 3.\n\n</details>', 'Think 3.', ':56  This <details> is never'],
  ['a stray </details>', 'The story.', '</details>', ':3  This </details> closes nothing'],
  ['a footnote', 'The story.', 'A[^1]\n\n[^1]: B', ':3  A footnote has no place'],
  ['struck out text', 'The story.', 'A ~~story~~.', ':3  Text that is struck out'],
  ['a check box', '- `main()`', '- [ ] `main()`', ':32  A check box has no place'],
  ['a line across', 'The story.', 'A\n\n---\n\nB', ':5  A line across the page'],
  ['a link by reference', 'The story.', '[a][b]\n\n[b]: https://x.org', ':3  A link whose address'],
  ['a deep heading', 'The story.', '#### Deep', ':3  Headings have one to three #'],
  ['a heading in a list', '- `main()`', '- # `main()`', ':32  Headings have one to three #'],
  ['an image without words', 'The story.', `${IMAGE}(a.svg)`, ':3  The image a.svg has no text'],
  ['an image that is missing', 'The story.', '![a](a.svg)', ':3  The image a.svg is not there'],
  ['an image of the web', 'The story.', '![a](https://x.org/a.png)', 'a handout needs no network'],
  ['an image of another kind', 'The story.', '![a](hello.ts)', ':3  The image hello.ts is no PNG'],
  [
    'a missing file',
    'The story.',
    `${LINK}(../nowhere.md)`,
    ':3  A link leads to exercises/01-first/nowhere.md, which is not there',
  ],
  [
    'a missing anchor',
    'The story.',
    `${LINK}(../02-again/README.md#tea)`,
    ':3  A link leads to "#tea", and exercises/01-first/02-again/README.md has no such heading',
  ],
  [
    'a strange address',
    'The story.',
    `${LINK}(javascript:alert(1))`,
    ':3  A link leads to "javascript:alert(1)"',
  ],
  ['an absolute path', 'The story.', `${LINK}(/etc/passwd)`, ':3  A link leads to "/etc/passwd"'],
  ['a wide fence', 'print("done")', FAR, ':8  This line has 79 columns'],
  [
    'a wide line in a list',
    '- `main()`',
    `- ${'`'.repeat(3)}\n  ${'x'.repeat(77)}\n  ${'`'.repeat(3)}`,
    ':33  This line has 77',
  ],
  ['no title', '# 1.1 A title', 'A title', '  The title should be "# 1.1 " and words'],
])('a lesson cannot have %s', (_what, before, changed, words) => {
  course.change(LESSON, before, changed)

  expect(wrong().join('\n')).toContain(LESSON)
  expect(wrong().join('\n')).toContain(words)
})

test.each([
  [
    NOTES,
    'Because.',
    '```timeline\nmain  ==>\n```',
    `${NOTES}:7  A timeline belongs into a lesson`,
  ],
  [CHAPTER, 'What it', '<i>What</i> it', `${CHAPTER}:5  "<i>" is raw HTML`],
  [SOLUTION, 'await', `// ${'x'.repeat(90)}\n  await`, `${SOLUTION}:2  This line has 95 columns`],
  [
    PLAN,
    '| 15 |',
    '| 20 |',
    `${PLAN}:5  The plan gives 1.1 hello 20 minutes, and the trainer's notes say 15.`,
  ],
  [PLAN, '`hello`', 'hello', `${PLAN}:5  "hello" should be names of exercises in backticks`],
  [MISCONCEPTIONS, '"A"', '~~A~~', `${MISCONCEPTIONS}:5  Text that is struck out`],
])('of %s, %j cannot be %j', (file, before, changed, complaint) => {
  course.change(file, before, changed)

  expect(wrong().join('\n')).toContain(complaint)
})

test('a page beside the booklets that is missing, or has no title, is named', () => {
  course.remove(PLAN)
  course.change(MISCONCEPTIONS, '# The poster', 'The poster')

  expect(wrong()).toEqual([
    `${MISCONCEPTIONS}  This page has no title.`,
    `${PLAN}  The file is missing: write this page of the handouts.`,
  ])
})

test('everything is reported at once, in the order of the lines', () => {
  course.change(LESSON, 'The story.', 'The <b>story</b>\n[there](nowhere.md).')

  expect(wrong()).toEqual([
    expect.stringContaining(':3  "<b>" is raw HTML') as string,
    expect.stringContaining(':3  "</b>" is raw HTML') as string,
    expect.stringContaining(':4  A link leads to exercises/01-first/01-hello/nowhere.md') as string,
  ])
})
