import { dirname } from 'node:path'
import truncate from 'cli-truncate'

import type { Exercise } from '../course/catalog.ts'
import { causeOf, type Failure } from '../harness/failure.ts'
import { isAboutFile, shownFailure, type TestVerdict, type Verdict } from '../judge/verdict.ts'
import { failureLines } from './picture-lines.ts'
import { entryOf, hintsIn, isSolvedNow, type Judged, type Session } from './session.ts'
import { explanationOf } from './terms.ts'
import { lines, marked, prose, type Canvas } from './text.ts'

const MIDDLE = { position: 'middle' } as const
/** Printed lines that are shown; `v` shows all. */
const PRINTED_LINES = 5

/** The page one looks at for hours: what the tests say of the file as it is now. */
export function verdictPage(session: Session, canvas: Canvas): string[] {
  const { judged } = session
  const greets = session.greets && (!judged || isRed(judged.verdict))
  const greeting = greets ? greet(session, canvas) : []
  if (!judged) return [...greeting, canvas.paint.dim('   Judging …')]
  const rest = { ...canvas, rows: canvas.rows && canvas.rows - greeting.length }
  const page = isRed(judged.verdict)
    ? redPage(session, judged, rest)
    : greenPage(session, judged, rest)
  return [...greeting, ...page]
}

const isRed = ({ errors, tests }: Verdict): boolean =>
  errors.length > 0 || tests.length === 0 || tests.some(({ state }) => state === 'failed')

/** Lines of the greeting. */
const GREETING = 5

function greet(session: Session, { columns, paint, hears = 'keys' }: Canvas): string[] {
  const { exercise } = entryOf(session)
  return [
    ` ${paint.bold('Welcome!')} Each exercise begins red; the pictures below tell you why.`,
    ` Read  ${paint.cyan(`${dirname(exercise.stub)}/README.md`)}`,
    ` Edit  ${paint.cyan(exercise.stub)}`,
    ` Save, and ${HOW_TO_ANSWER[hears](paint.dim)}`,
    paint.dim(` ${'─'.repeat(Math.max(0, columns - 2))}`),
  ]
}

const HOW_TO_ANSWER: Record<
  NonNullable<Canvas['hears']>,
  (dim: (text: string) => string) => string
> = {
  keys: (dim) => `this page answers. ${dim('h gives a hint, ? tells more.')}`,
  saves: () => 'the answer is printed here.',
  nothing: () => 'type npm start again.',
}

/** What is wrong, and why it may be so. */
function redPage(session: Session, judged: Judged, canvas: Canvas): string[] {
  const { columns, paint } = canvas
  const { verdict } = judged
  const failed = verdict.tests.find(({ state }) => state === 'failed')
  const failure = shownFailure(verdict) ?? NO_END
  // A sentence about the file stands where the first test would: it is no more to blame than others.
  const aboutFile = verdict.errors.length > 0 || isAboutFile(failure)
  const title = failed && !aboutFile ? failed.title : 'cannot be judged as it is'
  const above = lines(`✗ ${title}`, columns, 1).map((line) => paint.bold(paint.red(line)))
  const mayCome = !aboutFile && !judged.holdsTodo
  const others = othersLine(verdict, failed, canvas)
  // How the pictures stand depends on nothing that may come later, or go, as the greeting does.
  const free = judged.holdsTodo && !session.greets ? GREETING : 0
  const kept = 1 + roomForWhy(canvas)
  const room = canvas.rows && canvas.rows - free - above.length - others.length - kept
  const term = explanationOf(failure, session.met, session.slug)
  const shown = failureLines(failure, { ...canvas, rows: room }, term)
  const most = seatsBeside([...above, ...shown], canvas)
  const why = whyLines(session, failure, canvas, most)
  const seats = mayCome && most < Infinity ? most : why.length
  const padded = [...why, ...Array<string>(Math.max(0, seats - why.length)).fill(KEPT_FREE)]
  const below = [...noteLines(verdict, canvas), ...printedLines(failed ?? verdict, canvas)]
  const end = [...(padded.length === 0 ? [] : ['', ...padded]), ...below]
  return squeezed([...above, ...shown], others, end, canvas.rows)
}

/** A line that is blank, and yet is not left out. */
const KEPT_FREE = ' '

const NO_END: Failure = { kind: 'gave up', sentence: 'The tests did not get to their end.' }

/** What the learner should know of the file, whatever the verdict is. */
const noteLines = ({ notes }: Verdict, canvas: Canvas): string[] =>
  notes.flatMap((note) => ['', ...prose(note, canvas).map(canvas.paint.dim)])

/** Where it would not fit, what stands in the middle is left out, and then blank lines from below. */
function squeezed(
  top: readonly string[],
  middle: readonly string[],
  end: readonly string[],
  rows = Infinity,
): string[] {
  const all = [...top, ...middle, ...end]
  if (all.length <= rows) return all
  const page = [...top, ...end]
  const blanks = page.flatMap((line, index) => (line === '' ? [index] : [])).reverse()
  const tooMany = page.length - rows
  // Where even that does not help one has to scroll, and then it may as well be airy.
  if (tooMany > blanks.length) return all
  const without = new Set(blanks.slice(0, Math.max(0, tooMany)))
  return page.filter((_, index) => !without.has(index))
}

/** Rows that are kept for the likely cause, and for the belief that may come in its place. */
const roomForWhy = ({ rows = Infinity }: Canvas): number =>
  rows === Infinity ? 0 : rows < 14 ? FEWEST : 4

const FEWEST = 2

/** The same where little is left beside sentence and pictures, blank lines aside; any number without an edge. */
function seatsBeside(top: readonly string[], canvas: Canvas): number {
  const left = (canvas.rows ?? Infinity) - top.filter((line) => line !== '').length
  const usual = roomForWhy(canvas) || Infinity
  return left < usual ? FEWEST : usual
}

/** Why it may be so: what people believe to whom this happens, and what to try; or the likely cause. */
function whyLines(session: Session, { cause }: Failure, canvas: Canvas, most: number): string[] {
  const { yellow } = canvas.paint
  const beliefs = session.judged?.beliefs ?? []
  const [first, ...more] = beliefs
  if (first === undefined) {
    return cause === undefined ? [] : atMost(most, prose(causeOf(cause), canvas)).map(yellow)
  }
  const alone = ['This is what happens to those who believe:', 'Some believe:'].map((words) =>
    prose(`${words} “${first}”`, canvas),
  )
  const belief =
    more.length === 0
      ? (alone.find(({ length }) => length < most) ?? alone.at(-1) ?? [])
      : [
          ...prose('This is what happens to those who believe one of these:', canvas),
          ...beliefs.map((one) => `   - ${truncate(`“${one}”`, canvas.columns - 6)}`),
        ]
  const shown = atMost(Math.max(FEWEST, most - 1), belief)
  return [...shown.map(yellow), ...tryLines(session, canvas, most - shown.length)]
}

/** The beginning of the first hint, where it fits and says something by itself; or that there is one. */
function tryLines(session: Session, canvas: Canvas, room: number): string[] {
  const [hint] = hintsIn(session)
  if (!hint || room < 1) return []
  const [sentence] = /^.*?[.?](?= |$)/.exec(hint.text.replace(/\s+/g, ' ').trim()) ?? []
  const isNew = session.hintsSeen === 0
  const tip =
    isNew && sentence !== undefined && !sentence.includes(': ')
      ? prose(`Try this: ${sentence}`, canvas)
      : []
  const hasKeys = (canvas.hears ?? 'keys') === 'keys'
  const asks = hasKeys ? `Try this: press h for ${isNew ? 'a' : 'the next'} hint.` : ''
  return tip.length > 0 && tip.length <= room ? tip : prose(asks, canvas).slice(0, 1)
}

/** So many lines, the last of which says when more is left out. */
function atMost(most: number, all: readonly string[]): string[] {
  if (all.length <= most) return [...all]
  return [...all.slice(0, most - 1), `${all[most - 1]}…`]
}

/** What the code has printed in the test that is shown, folded when it is long. */
function printedLines(
  { printed = '' }: TestVerdict | Verdict,
  { columns, paint, hears = 'keys' }: Canvas,
): string[] {
  const all = printed.trimEnd()
  if (all === '') return []
  const rows = all.split('\n')
  // Cut in the middle: its beginning and its second are what one looks for.
  const shown = rows
    .slice(0, PRINTED_LINES)
    .map((row) => `     ${truncate(row, columns - 6, MIDDLE)}`)
  const left = rows.length - PRINTED_LINES
  return [
    '',
    paint.dim('   printed'),
    ...shown,
    ...(left > 0
      ? [paint.dim(`     … and ${left} more lines${hears === 'keys' ? ': press v' : ''}`)]
      : []),
  ]
}

function othersLine({ tests }: Verdict, shown: TestVerdict | undefined, canvas: Canvas): string[] {
  const { dim } = canvas.paint
  const red = tests.filter((test) => test.state === 'failed' && test !== shown).length
  const green = tests.filter(({ state }) => state === 'passed').length
  const parts = [
    ...(red > 0 ? [`${red} more ${red === 1 ? 'test is' : 'tests are'} red`] : []),
    ...(green > 0 ? [`${green} ${green === 1 ? 'is' : 'are'} green`] : []),
  ]
  const onlyClock = shown?.failure?.kind === 'wall clock' && green === tests.length - 1
  return [
    ...(parts.length === 0 ? [] : ['', dim(`   ${parts.join(', ')}.`)]),
    ...(onlyClock && green > 0 ? prose(ONLY_CLOCK, canvas).map(dim) : []),
  ]
}

const ONLY_CLOCK = 'If the machine was busy just now: save once more, and the clock is asked again.'

/** What was asked so far is right; below it what is still to be done. */
function greenPage(
  session: Session,
  { verdict, confirming, holdsTodo }: Judged,
  canvas: Canvas,
): string[] {
  const { bold, dim, green } = canvas.paint
  const { title, exercise } = entryOf(session)
  const says = (text: string) => bold(green(` ✓ ${text}`))
  const tests = testLines(verdict, canvas)
  if (confirming) {
    const next = dim('   Now once more in real time …')
    return [says('Right, in the time of the story.'), '', ...tests, '', next]
  }
  if (holdsTodo) {
    const why =
      'As long as it stands in the file, the exercise counts as not started. ' +
      `It is in ${exercise.stub}.`
    const todo = says('Right!') + bold(' Now delete the TODO comment.')
    return [todo, '', ...prose(why, canvas), '', ...tests]
  }
  const byKeys = [
    `   ${bold('n')} opens the next exercise, ${bold('s')} shows the reference solution beside yours,`,
    `   ${bold('p')} plays the program at the story's pace.`,
  ]
  const next = (canvas.hears ?? 'keys') === 'keys' ? byKeys : prose(withoutKeys(exercise), canvas)
  return [
    says(`${title} is solved.`),
    '',
    ...tests,
    ...noteLines(verdict, canvas),
    ...printedLines(verdict.tests.find(({ printed }) => printed !== undefined) ?? verdict, canvas),
    '',
    ...(isSolvedNow(session) ? next : []),
  ]
}

const withoutKeys = ({ slug, solution }: Exercise): string =>
  `npm start, typed anew, opens the next exercise. The reference solution is ${solution}, and ` +
  `npm run play -- ${slug} plays the program at the story's pace.`

/** Lines of a page that are no titles of tests. */
const AROUND_TITLES = 8

/**
 * The tests by their titles: sentences about what a right answer does. Where there are too many for
 * the page, the first and the last are shown: that one is the wall clock's.
 */
function testLines({ tests }: Verdict, canvas: Canvas): string[] {
  const titles = tests.map((test) => titleLines(test, canvas))
  const room = (canvas.rows ?? Infinity) - AROUND_TITLES
  if (titles.flat().length <= room) return titles.flat()
  const last = titles.at(-1) ?? []
  const first: string[][] = []
  for (const title of titles) {
    if (first.flat().length + title.length > room - last.length - 1) break
    first.push(title)
  }
  const left = titles.length - first.length - 1
  return [...first.flat(), canvas.paint.dim(`     … and ${left} more`), ...last]
}

function titleLines({ title, state }: TestVerdict, canvas: Canvas): string[] {
  const { green, red } = canvas.paint
  const sign = { passed: green('✓'), failed: red('✗'), skipped: '·', pending: '·' }[state]
  return marked(`   ${sign} `, title, canvas)
}
