import { afterEach, beforeEach, expect, test } from 'vitest'

import { readBook, unitsOf } from '../src/course/book.ts'
import { parseLesson } from '../src/course/lesson.ts'
import type { TinyCourse } from '../src/testing/tiny-course.ts'
import { assembled, LESSON, output, RECORDED, tinyHandouts } from './handouts.fixture.ts'
import { openHighlighter } from './highlight.ts'
import { blocksOf } from './model/blocks.ts'
import { handoutsOf } from './model/handouts.ts'
import { lessonBlocks, prepare, type Prepared } from './model/prepare.ts'
import { sheetOf } from './model/sheet.ts'
import { sideBySide } from './model/side-by-side.ts'
import { signaturesOf } from './model/signatures.ts'
import { typstSourceOf } from './typst/handout.ts'

let course: TinyCourse

beforeEach(() => {
  course = tinyHandouts()
})

afterEach(() => course.dispose())

test('the timeline in HTML is drawn, with words for those who cannot see it', async () => {
  const html = output(await assembled(course), 'participant.html')

  expect(html).toMatch(
    /<figure class="timeline"><svg [^>]*role="img" aria-label="Timeline, 1.1 A title. main: from second 0 to 3, resolved."/,
  )
  expect(html.match(/id="hatch-\d+"/g)).toHaveLength(2)
})

test('a timeline on the real clock is shown as text, and said to be so', async () => {
  const made = await assembled(course, { ...RECORDED, spans: new Map() })

  expect(made.violations).toEqual([])
  expect(made.remarks).toContain(
    `${LESSON}:36 runs on the real clock; its timeline is shown as text.`,
  )
  expect(output(made, 'participant.html')).toContain('On the real clock, so not recorded')
})

test('in print, answers and hints stand on pages of their own, one for each kind', async () => {
  const book = readBook(course.root)
  const lessons = unitsOf(book).map((unit) => prepare(unit, RECORDED.spans))
  const [participant] = handoutsOf(book, lessons, [])
  if (!participant) throw new Error('There are handouts.')

  const typst = typstSourceOf(participant, book, await openHighlighter())

  const [lesson = '', ...tearOffs] = typst.split('#tear-off(')
  expect(lesson).not.toContain('At once.')
  expect(lesson).not.toContain('Think')
  expect(lesson).toContain('#see-also(("Answer", <folded-hello-1>),)')
  expect(tearOffs.map((one) => /^\w+, "([^"]+)"/.exec(one)?.[1])).toEqual([
    'Answers',
    'Hint 1',
    'Hint 2',
    'Hint 3',
  ])
  expect(tearOffs[1]?.match(/Think \d/g)).toEqual(['Think 1', 'Think 1'])
})

test('the trainer has it all', async () => {
  const html = output(await assembled(course), 'trainer.html')

  for (const words of ['Because.', 'It is early.', 'main came early', 'setTimeout', '15 minutes'])
    expect(html).toContain(words)
})

const blocks = (markdown: string) => blocksOf(parseLesson(markdown))
const fence = (lang: string, text: string) => `\`\`\`${lang}\n${text}\n\`\`\`\n\n`

test('programs stand side by side, an output of both below the shorter one', () => {
  const [pair] = sideBySide(
    blocks(fence('python', 'a()') + 'Now:\n\n' + fence('ts', 'await b()') + fence('text', 'c')),
  )

  expect(pair).toMatchObject({
    type: 'sideBySide',
    sides: [
      { columns: 3, children: [{ lang: 'python' }, { lang: 'text' }] },
      { columns: 9, children: [{ type: 'paragraph' }, { lang: 'ts' }] },
    ],
  })
})

test('an output of its own stays with its program', () => {
  const found = sideBySide(
    blocks(['python', 'text', 'ts', 'text'].map((lang) => fence(lang, 'a')).join('')),
  )

  expect(found).toMatchObject([
    { sides: [{ children: [{}, { lang: 'text' }] }, { children: [{}, { lang: 'text' }] }] },
  ])
})

test('what is too wide together stands below each other', () => {
  const wide = blocks(fence('python', 'a'.repeat(60)) + fence('ts', 'b'.repeat(60)))

  expect(sideBySide(wide)).toEqual(wide)
})

function firstLesson(): Prepared {
  const [unit] = unitsOf(readBook(course.root))
  if (!unit) throw new Error('The tiny course has exercises.')
  return prepare(unit, RECORDED.spans)
}

test('a narrow timeline stands beside the job, a wide one below it', () => {
  const typesOf = () => lessonBlocks(firstLesson()).map(({ type }) => type)

  expect(typesOf()).toContain('beside')
  course.change(LESSON, 'main  ==>', `main  ${'='.repeat(30)}>`)
  expect(typesOf()).not.toContain('beside')
})

test('a sheet has neither answers nor hints', () => {
  const { programs, question, job, timeline } = sheetOf(firstLesson(), 'Chapter 1: First')

  const sheet = JSON.stringify([programs, question, job, timeline])
  expect(sheet).toContain('When?')
  expect(sheet).not.toContain('At once.')
  expect(sheet).not.toContain('Think')
})

test('of a stub only what it exports is shown', () => {
  const stub = `import x from 'node:x'
/** Cooks. */
export async function cook(dish: string): Promise<void> {
  // TODO: cook.
}
export interface Dish {
  name: string
}
export class Pot<T> {
  readonly size = 3
  #secret = 1
  private more = 2
  constructor(public lid: T) {}
  async cook(dish: T): Promise<void> {
    helper()
  }
}
function helper() {}
`

  expect(signaturesOf('stub.ts', stub))
    .toBe(`export async function cook(dish: string): Promise<void>
export interface Dish {
  name: string
}
export class Pot<T> {
  readonly size
  constructor(public lid: T)
  async cook(dish: T): Promise<void>
}`)
})
