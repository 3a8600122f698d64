import { dirname } from 'node:path'
import truncate from 'cli-truncate'

import type { Failure } from '../harness/failure.ts'
import { isAboutFile, type TestVerdict, type Verdict } from '../judge/verdict.ts'
import { failureLines } from './picture-lines.ts'
import { entryOf, isSolvedNow, type Judged, type Session } from './session.ts'
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
  const page = isRed(judged.verdict) ? redPage(judged, rest) : greenPage(session, judged, rest)
  return [...greeting, ...page]
}

const isRed = ({ errors, tests }: Verdict): boolean =>
  errors.length > 0 || tests.length === 0 || tests.some(({ state }) => state === 'failed')

function greet(session: Session, { columns, paint }: Canvas): string[] {
  const { exercise } = entryOf(session)
  return [
    ` ${paint.bold('Welcome!')} Each exercise begins red; the pictures below tell you why.`,
    ` Read  ${paint.cyan(`${dirname(exercise.stub)}/README.md`)}`,
    ` Edit  ${paint.cyan(exercise.stub)}`,
    ` Save, and this page answers. ${paint.dim('h gives a hint, ? tells more.')}`,
    paint.dim(` ${'─'.repeat(Math.max(0, columns - 2))}`),
  ]
}

/** The first failure, since the others usually say the same once more. */
function redPage({ verdict, beliefs }: Judged, canvas: Canvas): string[] {
  const { columns, paint } = canvas
  const failed = verdict.tests.find(({ state }) => state === 'failed')
  // What kept the tests from their end explains what they said until then, too.
  const failure = verdict.errors[0] ?? failed?.failure ?? NO_END
  // A sentence about the file stands where the first test would: it is no more to blame than others.
  const aboutFile = verdict.errors.length > 0 || isAboutFile(failure)
  const title = failed && !aboutFile ? failed.title : 'cannot be judged as it is'
  const above = [
    ...lines(`✗ ${title}`, columns, 1).map((line) => paint.bold(paint.red(line))),
    ...beliefLines(beliefs, canvas),
  ]
  const below = [...noteLines(verdict, canvas), ...printedLines(failed ?? verdict, canvas)]
  const others = othersLine(verdict, failed, canvas)
  const room = canvas.rows && canvas.rows - above.length - below.length
  const pictures = failureLines(failure, { ...canvas, rows: room })
  return squeezed([...above, ...pictures, ...below], others, canvas.rows)
}

const NO_END: Failure = { kind: 'gave up', sentence: 'The tests did not get to their end.' }

/** What the learner should know of the file, whatever the verdict is. */
const noteLines = ({ notes }: Verdict, canvas: Canvas): string[] =>
  notes.flatMap((note) => ['', ...prose(note, canvas).map(canvas.paint.dim)])

/** What can be left out is left out where the rest would not fit: the last lines, then blank ones. */
function squeezed(page: string[], last: string[], rows: number | undefined): string[] {
  if (rows === undefined || page.length + last.length <= rows) return [...page, ...last]
  const blanks = page.flatMap((line, index) => (line === '' ? [index] : [])).reverse()
  const tooMany = page.length - rows
  // Where even that does not help one has to scroll, and then it may as well be airy.
  if (tooMany > blanks.length) return [...page, ...last]
  const without = new Set(blanks.slice(0, Math.max(0, tooMany)))
  return page.filter((_, index) => !without.has(index))
}

function beliefLines(beliefs: readonly string[], canvas: Canvas): string[] {
  const [first, ...more] = beliefs
  if (first === undefined) return []
  const text =
    more.length === 0
      ? `This is what happens to those who believe: “${first}”`
      : `This is what happens to those who believe one of these:\n${beliefs.map((one) => `- “${one}”`).join('\n')}`
  return prose(text, canvas).map(canvas.paint.yellow)
}

/** What the code has printed in the test that is shown, folded when it is long. */
function printedLines(
  { printed = '' }: TestVerdict | Verdict,
  { columns, paint }: Canvas,
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
    ...(left > 0 ? [paint.dim(`     … and ${left} more lines: press v`)] : []),
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
    const next = dim('   Now once more on the wall clock …')
    return [says('Right in virtual time.'), '', ...tests, '', next]
  }
  if (holdsTodo) {
    const why =
      'As long as it stands in the file, the exercise counts as not started. ' +
      `It is in ${exercise.stub}.`
    const todo = says('Right!') + bold(' Now delete the TODO comment.')
    return [todo, '', ...prose(why, canvas), '', ...tests]
  }
  const next = [
    `   ${bold('n')} opens the next exercise, ${bold('s')} shows the reference solution beside yours,`,
    `   ${bold('p')} plays the program at the story's pace.`,
  ]
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
