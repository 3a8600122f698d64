import { afterEach, beforeEach, expect, test } from 'vitest'

import type { TinyCourse } from '../src/testing/tiny-course.ts'
import {
  CHAPTER,
  complaintsOf,
  LESSON,
  MISCONCEPTIONS,
  NOTES,
  PLAN,
  RECORDED,
  SOLUTION,
  tinyHandouts,
} from './fixture.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyHandouts()
})

afterEach(() => course.dispose())

test('the tiny course breaks no law', async () => {
  expect(await complaintsOf(course)).toEqual([])
})

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
    'a character the prose lacks',
    'The story.',
    'A\nstory 🍜.',
    ':4  The font for prose has no "🍜" (U+1F35C)',
  ],
  [
    'a character the code lacks',
    'print("done")',
    'print("麺")',
    ':8  The font for code has no "麺" (U+9EBA)',
  ],
  ['a strange timeline', 'main  ==>', 'main  =>', ':36  No test draws this timeline'],
  ['no title', '# 1.1 A title', 'A title', ':1  This page has no title'],
])('a lesson cannot have %s', async (_what, before, changed, words) => {
  course.change(LESSON, before, changed)

  const complaints = await complaintsOf(course)

  expect(complaints.join('\n')).toContain(LESSON)
  expect(complaints.join('\n')).toContain(words)
})

test.each([
  [NOTES, 'Minutes: 15', 'Some minutes.', `${NOTES}:1  A line such as "Minutes: 15" is missing.`],
  [
    NOTES,
    'Because.',
    '```timeline\nmain  ==>\n```',
    `${NOTES}:7  A timeline belongs into a lesson`,
  ],
  [CHAPTER, 'What it', '<i>What</i> it', `${CHAPTER}:3  "<i>" is raw HTML`],
  [SOLUTION, 'await', `// ${'x'.repeat(90)}\n  await`, `${SOLUTION}:2  This line has 95 columns`],
  [
    PLAN,
    '| 15 |',
    '| 20 |',
    `${PLAN}:5  The plan gives 1.1 hello 20 minutes, and the trainer's notes say 15.`,
  ],
  [PLAN, '`hello`', 'hello', `${PLAN}:5  "hello" should be names of exercises in backticks`],
  [MISCONCEPTIONS, '"A"', '~~A~~', `${MISCONCEPTIONS}:5  Text that is struck out`],
])('of %s, %j cannot be %j', async (file, before, changed, complaint) => {
  course.change(file, before, changed)

  expect((await complaintsOf(course)).join('\n')).toContain(complaint)
})

test('a file that is missing is named', async () => {
  course.remove(PLAN)

  expect(await complaintsOf(course)).toEqual([`${PLAN}:1  This file is missing.`])
})

test('a belief has to be printable as well', async () => {
  const file = 'test/01-first/01-hello/mistakes/early.ts'
  course.change(file, 'It is early.', 'It is 早い.')

  expect((await complaintsOf(course))[0]).toBe(
    `${file}:1  The font for prose has no "い" (U+3044): write it in other words.`,
  )
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
  expect(await complaintsOf(course)).toEqual(
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

  expect(await complaintsOf(course)).toEqual([])
})

test('a sheet that needs two pages is refused, and so is a poster', async () => {
  const endless = Array.from({ length: 200 }, (_, index) => `- Point ${index}`).join('\n')
  course.change(LESSON, '- `main()` waits.', endless)
  course.change(MISCONCEPTIONS, '# The poster\n', `# The poster\n\n${endless}\n`)

  expect(await complaintsOf(course)).toEqual([
    expect.stringMatching(`^${LESSON}:1  This does not fit one page of paper`) as string,
    expect.stringMatching(`^${MISCONCEPTIONS}:1  This does not fit one page of paper`) as string,
  ])
})

test('a solution that fails its tests draws nothing', async () => {
  const exercise = course.read().exercises[0]
  if (!exercise) throw new Error('The tiny course has exercises.')
  const failures = [{ exercise, sentence: 'It fails the test "waits".' }]

  expect(await complaintsOf(course, { ...RECORDED, failures })).toEqual([
    `${SOLUTION}:1  The timelines of 1.1 cannot be drawn. It fails the test "waits".`,
  ])
})

test('everything is reported at once', async () => {
  course.change(LESSON, 'The story.', 'The <b>story</b> 🍜 [there](nowhere.md).')

  const complaints = await complaintsOf(course)

  expect(complaints).toHaveLength(4)
})
