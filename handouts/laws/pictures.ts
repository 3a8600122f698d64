import { tidy } from '../../src/timeline/picture.ts'
import { picturesIn } from '../../src/author/laws/timelines.ts'
import { textOf } from '../../src/author/laws/law.ts'
import type { Complaint } from '../complaint.ts'
import { blocksOf, type Picture } from '../model/blocks.ts'
import { unitsOf, type Book, type Unit } from '../model/book.ts'
import type { Prepared } from '../model/prepare.ts'
import type { Source } from '../model/source.ts'
import type { Recordings } from '../model/timelines.ts'

/** Law: every timeline of a lesson was drawn when the reference solution ran. */
export function timelinesAreDrawn(
  book: Book,
  lessons: readonly Prepared[],
  { failures }: Recordings,
): Complaint[] {
  return [
    ...failures.map(({ exercise, sentence }) => ({
      file: exercise.solution,
      line: 1,
      sentence: `The timelines of ${exercise.number} cannot be drawn. ${sentence}`,
    })),
    ...lessons.flatMap((lesson) => undrawnIn(book.root, lesson)),
    ...unitsOf(book).flatMap(({ notes }) => misplacedIn(notes)),
    ...book.chapters.flatMap(({ page }) => misplacedIn(page)),
  ]
}

/** Timelines of tests that run on the real clock: shown as text, and said to be so. */
export const onTheRealClock = (root: string, lesson: Prepared): Picture[] =>
  missing(lesson).filter((picture) => isInTests(root, lesson.unit, picture))

function undrawnIn(root: string, lesson: Prepared): Complaint[] {
  const { exercise, lesson: source } = lesson.unit
  return missing(lesson)
    .filter((picture) => !isInTests(root, lesson.unit, picture))
    .map(({ line }) => ({
      file: source.file,
      line,
      sentence: `No test draws this timeline: copy it from a picture in ${exercise.test}.`,
    }))
}

const missing = ({ story, sections }: Prepared): Picture[] =>
  [...story, ...sections.flatMap(({ blocks }) => blocks)].filter(
    (block): block is Picture => block.type === 'picture' && block.spans === undefined,
  )

const isInTests = (root: string, { exercise }: Unit, { text }: Picture): boolean =>
  picturesIn(exercise.test, textOf(root, exercise.test)).has(tidy(text))

const misplacedIn = (source: Source): Complaint[] =>
  blocksOf(source)
    .filter((block): block is Picture => block.type === 'picture')
    .map(({ line }) => ({
      file: source.file,
      line,
      sentence: 'A timeline belongs into a lesson, whose tests can draw it.',
    }))
