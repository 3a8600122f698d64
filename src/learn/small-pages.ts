import { KEYS } from './keys.ts'
import { entryOf, hintsIn, type Page, type Session } from './session.ts'
import { harmless, lines, markdownLines, type Canvas } from './text.ts'

/** A question that is answered with y or n. */
export const askPage = ({ question }: Extract<Page, { kind: 'ask' }>, canvas: Canvas): string[] => [
  '',
  ...lines(question, canvas.columns - 1, 3).map((line) => canvas.paint.bold(line)),
  '',
  `   ${canvas.paint.bold('y')} yes   ${canvas.paint.bold('n')} no`,
]

/** All that the learner's code has printed, test by test. */
export function printedPage(session: Session, { columns, paint }: Canvas): string[] {
  const { tests = [], printed = '' } = session.judged?.verdict ?? {}
  const inTests = tests.flatMap(({ title, printed: text = '' }) =>
    text === '' ? [] : [paint.bold(` ${title}`), ...rowsOf(text, columns), ''],
  )
  if (inTests.length > 0) return inTests
  return printed === '' ? lines(NOTHING, columns - 1, 3) : rowsOf(printed, columns)
}

const NOTHING =
  'Your code has printed nothing. What console.log prints is shown here, with its second.'

const rowsOf = (text: string, columns: number): string[] =>
  lines(harmless(text).trimEnd(), columns - 1, 3)

/** The last page: every exercise is solved. */
export function finalePage(session: Session, { columns, paint }: Canvas): string[] {
  const chapters = new Set(session.entries.map(({ chapter }) => chapter))
  return [
    '',
    paint.bold(paint.green(`   All ${session.entries.length} exercises are solved.`)),
    '',
    ...lines(
      'The kitchen is clean, the last guest has gone home, and nobody waited who did not have to. ' +
        `You have come through ${chapters.size} chapters, and you can tell from a picture where an ` +
        'await is missing: that is what this course is for.',
      Math.min(columns - 1, 76),
      3,
    ),
    '',
    ...lines(
      'What next? Read a program of your own and say which of its lines wait, and for whom. Or ' +
        'write the exercise that you missed here: CONTRIBUTING.md shows how.',
      Math.min(columns - 1, 76),
      3,
    ),
    '',
    paint.dim(`   l goes back to any exercise; ${entryOf(session).title} is still open.`),
  ]
}

/** The hints that were asked for so far, the last of them in full light. */
export function hintsPage(session: Session, { columns, paint }: Canvas): string[] {
  if (!session.lesson) return [paint.dim('   The lesson is being read …')]
  const hints = hintsIn(session)
  const seen = hints.slice(0, session.hintsSeen)
  const left = hints.length - seen.length
  return [
    ...seen.flatMap(({ summary, text }, index) => [
      paint.bold(` ${summary} of ${hints.length}`),
      '',
      ...markdownLines(text, Math.min(columns - 1, MEASURE), 3).map((line) =>
        index < seen.length - 1 ? paint.dim(line) : line,
      ),
      '',
    ]),
    ...lines(left > 0 ? MORE : whenAllAreSeen(session), columns - 1, 1).map(paint.dim),
  ]
}

/** Columns after which a line of prose is hard to read. */
const MEASURE = 84

const MORE = 'Try it now; h shows the next hint.'

const whenAllAreSeen = (session: Session): string =>
  `That was the last one. Still stuck? Look into ${entryOf(session).exercise.solution}.`

const PICTURES = [
  ['.', 'not started yet', '=', 'in flight'],
  ['>', 'resolved', 'x', 'rejected'],
  ['!', 'aborted', '~', 'never settled'],
  ['|', 'an instant', '+', 'cut at the edge'],
] as const

/** What every key does, and how a picture is read. */
export function helpPage({ columns, paint }: Canvas): string[] {
  return [
    paint.bold(' Keys'),
    ...KEYS.filter(([, , help]) => help !== '').flatMap(([key, , help]) => {
      const [first = '', ...rest] = lines(help, columns - 1, 5)
      return [`   ${paint.bold(key)} ${first.slice(5)}`, ...rest]
    }),
    '',
    paint.bold(' Pictures') + paint.dim(': one column is one second of the story'),
    ...PICTURES.map(
      ([a, one, b, two]) => `   ${paint.bold(a)} ${one.padEnd(20)} ${paint.bold(b)} ${two}`,
    ),
  ]
}
