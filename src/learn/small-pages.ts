import type { Verdict } from '../judge/verdict.ts'
import { KEYS } from './keys.ts'
import { believedIn, entryOf, hintsIn, type Page, type Session } from './session.ts'
import { markdownLines, marked, prose, type Canvas } from './text.ts'

/** A question that is answered with y or n. */
export const askPage = ({ question }: Extract<Page, { kind: 'ask' }>, canvas: Canvas): string[] => [
  '',
  ...prose(question, canvas).map(canvas.paint.bold),
  '',
  `   ${canvas.paint.bold('y')} yes   ${canvas.paint.bold('n')} no`,
]

/** All that the learner's code has printed, test by test; wrapped once, and not at every key. */
export function printedPage({ judged }: Session, canvas: Canvas): string[] {
  const { verdict } = judged ?? {}
  if (!verdict) return prose(NOTHING, canvas)
  const known = wrapped.get(verdict)
  if (known?.columns === canvas.columns) return known.rows
  const rows = printedRows(verdict, canvas)
  wrapped.set(verdict, { columns: canvas.columns, rows })
  return rows
}

const wrapped = new WeakMap<Verdict, { columns: number; rows: string[] }>()

function printedRows({ tests, printed }: Verdict, canvas: Canvas): string[] {
  const rowsOf = (text: string) => prose(text.trimEnd(), canvas)
  const inTests = tests.flatMap(({ title, printed: text = '' }) =>
    text === '' ? [] : [canvas.paint.bold(` ${title}`), ...rowsOf(text), ''],
  )
  if (inTests.length > 0) return inTests
  return rowsOf(printed === '' ? NOTHING : printed)
}

const NOTHING =
  'Your code has printed nothing. What console.log prints is shown here, with its second.'

/** The end of a chapter: what one believed before, and which test showed otherwise. */
export function believedPage(session: Session, canvas: Canvas): string[] {
  const { chapter } = entryOf(session)
  return [canvas.paint.dim(` ${chapter} is done.`), '', ...believedLines(session, canvas, chapter)]
}

function believedLines(session: Session, canvas: Canvas, chapter?: string): string[] {
  const { bold, dim, green } = canvas.paint
  const believed = believedIn(session, chapter)
  if (believed.length === 0) return []
  return [
    bold(' What you believed before') + dim(', and the test that showed otherwise'),
    ...believed.flatMap(({ title, belief, test }) => [
      '',
      `   ${bold(title)}`,
      ...prose(`“${belief}”`, canvas),
      ...marked(`   ${green('✓')} `, test, canvas),
    ]),
  ]
}

/** The last page: every exercise is solved. */
export function finalePage(session: Session, canvas: Canvas): string[] {
  const { paint, columns, hears = 'keys' } = canvas
  const chapters = new Set(session.entries.map(({ chapter }) => chapter))
  const narrow = { ...canvas, columns: Math.min(columns, 77) }
  return [
    '',
    paint.bold(paint.green(`   All ${session.entries.length} exercises are solved.`)),
    '',
    ...prose(
      'The kitchen is clean, the last guest has gone home, and nobody waited who did not have to. ' +
        `You have come through ${chapters.size} ${chapters.size === 1 ? 'chapter' : 'chapters'}, and you can tell from a picture where an ` +
        'await is missing: that is what this course is for.',
      narrow,
    ),
    '',
    ...prose(
      'What next? Read a program of your own and say which of its lines wait, and for whom. Or ' +
        'write the exercise that you missed here: CONTRIBUTING.md shows how.',
      narrow,
    ),
    '',
    ...(hears === 'keys'
      ? [paint.dim(`   l goes back to any exercise; ${entryOf(session).title} is still open.`)]
      : []),
    '',
    ...believedLines(session, canvas),
  ]
}

/** The hints that were asked for so far, the last of them in full light. */
export function hintsPage(session: Session, canvas: Canvas): string[] {
  const { columns, paint } = canvas
  if (!session.lesson) return [paint.dim('   The lesson is being read …')]
  const hints = hintsIn(session)
  const seen = hints.slice(0, session.hintsSeen)
  const next =
    seen.length < hints.length
      ? 'Try it now; h shows the next hint.'
      : `That was the last one. Still stuck? Look into ${entryOf(session).exercise.solution}.`
  return [
    ...seen.flatMap(({ summary, text }, index) => [
      paint.bold(` ${summary} of ${hints.length}`),
      '',
      ...markdownLines(text, Math.min(columns - 1, MEASURE), 3).map((line) =>
        index < seen.length - 1 ? paint.dim(line) : line,
      ),
      '',
    ]),
    ...prose(next, canvas, 1).map(paint.dim),
  ]
}

/** Columns after which a line of prose is hard to read. */
const MEASURE = 84

const PICTURES = [
  ['.', 'not begun yet', '=', 'running'],
  ['>', 'ended well (resolved)', 'x', 'failed (rejected)'],
  ['!', 'called off (aborted)', '~', 'never ended'],
  ['|', 'an instant', '+', 'cut at the edge'],
  ['›', 'the row that differs first', '', ''],
] as const

/** What every key does, and how a picture is read. */
export function helpPage(canvas: Canvas): string[] {
  const { bold, dim } = canvas.paint
  return [
    bold(' Keys'),
    ...KEYS.filter(([, , help]) => help !== '').flatMap(([key, , help]) =>
      marked(`   ${bold(key)} `, help, canvas),
    ),
    '',
    bold(' Pictures') + dim(': one column is one second of the story'),
    ...PICTURES.map(([a, one, b, two]) =>
      `   ${bold(a)} ${one.padEnd(22)} ${bold(b)} ${two}`.trimEnd(),
    ),
  ]
}
