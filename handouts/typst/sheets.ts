import type { Block } from '../model/blocks.ts'
import { sheetOf, type Sheet } from '../model/sheet.ts'
import type { Prepared } from '../model/prepare.ts'
import { WORDS } from '../words.ts'
import { side, typstOf } from './blocks.ts'
import { exerciseLabel } from './inline.ts'
import { literal } from './literal.ts'
import { scopeFor, type Desk } from './scope.ts'
import { exerciseLabels } from './labels.ts'

/** All sheets as one Typst document: a page for each exercise. */
export function sheetsTypst(desk: Desk, lessons: readonly Prepared[]): string {
  const { book } = desk
  const labels = exerciseLabels(book)
  const titles = new Map(
    book.chapters.flatMap(({ page, units }) => units.map((unit) => [unit, page.title])),
  )
  return [
    '#import "/sheet.typ": *',
    `#show: sheets.with(${literal(WORDS.course)}, ${literal(WORDS.sheets)}, ${literal(WORDS.subject)})`,
    ...lessons.map((lesson) =>
      sheet(sheetOf(lesson), titles.get(lesson.unit) ?? '', scopeFor(desk, labels)),
    ),
  ].join('\n\n')
}

function sheet(
  { lesson, programs, question, job, timeline }: Sheet,
  chapter: string,
  scopeOf: ReturnType<typeof scopeFor>,
): string {
  const { exercise, lesson: source } = lesson.unit
  const write = (blocks: readonly Block[]) => `[${typstOf(blocks, scopeOf(source))}]`
  const sides = programs.map((one) => `(${one.columns}, ${side(one, scopeOf(source))})`)
  return [
    `#sheet(${literal(exercise.slug)}, ${literal(source.title)}, ${literal(chapter)}, <${exerciseLabel(exercise.slug)}>,`,
    `story: ${write(lesson.story)},`,
    `question: ${write(question)},`,
    `programs: (${sides.map((one) => `${one},`).join('\n')}),`,
    `job: ${write(job)},`,
    `timeline: ${write(timeline)})`,
  ].join('\n')
}
