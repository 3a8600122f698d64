import { toString } from 'mdast-util-to-string'

import type { Chapter, Unit } from '../../src/course/book.ts'
import { minutesOf } from '../../src/course/lesson.ts'
import { blocksOf, heading, paragraph, plain, table, type Block } from './blocks.ts'
import { EXERCISE } from './links.ts'

/** What stands in the trainer's booklet below a lesson. */
export function trainerBlocks(unit: Unit): Block[] {
  return [
    heading('A solution'),
    {
      type: 'code',
      lang: 'ts',
      value: unit.solution.trimEnd(),
      data: { caption: unit.exercise.solution },
    },
    ...blocksOf(unit.notes).filter((block) => !isMinutes(block)),
    ...mistakesTable(unit),
  ]
}

/** The minutes stand below the title already. */
const isMinutes = (block: Block): boolean =>
  block.type === 'paragraph' && /^Minutes: \d+$/.test(toString(block))

/** The belief behind each wrong answer, and the words with which the tests answer it. */
function mistakesTable({ mistakes }: Unit): Block[] {
  const rows = mistakes.flatMap(({ header }) => (typeof header === 'string' ? [] : [header]))
  if (rows.length === 0) return []
  return [
    heading('Wrong answers that the tests know'),
    table(
      ['The belief behind it', 'The failure says'],
      rows.map(({ belief, says }) => [
        [plain(belief)],
        [plain(says.map((words) => `“${words}”`).join(' · '))],
      ]),
    ),
  ]
}

/** The exercises of a chapter with their minutes. */
export function timeTable({ units }: Chapter): Block[] {
  const minutes = units.map(({ notes }) => minutesOf(notes))
  const total = minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const rows = units.map((unit, index) => [
    [exerciseLink(unit)],
    [plain(String(minutes[index] ?? '?'))],
  ])
  return [
    paragraph(plain(`For the trainer: ${total} minutes, if every exercise is done.`)),
    table(['Exercise', 'Minutes'], rows),
  ]
}

const exerciseLink = ({ exercise, lesson }: Unit) => ({
  type: 'link' as const,
  url: `${EXERCISE}${exercise.slug}`,
  children: [plain(lesson.title)],
})
