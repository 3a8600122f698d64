import { entryOf, hintsIn, type Session } from './session.ts'
import { lines, markdownLines, type Canvas } from './text.ts'

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
