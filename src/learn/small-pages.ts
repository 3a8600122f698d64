import { entryOf, type Page, type Session } from './session.ts'
import { harmless, lines, type Canvas } from './text.ts'

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
