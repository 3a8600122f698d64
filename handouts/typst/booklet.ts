import { blocksOf, type Block } from '../model/blocks.ts'
import type { Chapter, Unit } from '../model/book.ts'
import { lessonBlocks, type Prepared } from '../model/prepare.ts'
import { tearOff } from '../model/sections.ts'
import type { Source } from '../model/source.ts'
import { timeTable, trainerBlocks } from '../model/trainer.ts'
import { WORDS } from '../words.ts'
import { typstOf } from './blocks.ts'
import { chapterLabel, exerciseLabel, type Scope } from './inline.ts'
import { bookletLabels } from './labels.ts'
import { legend } from './legend.ts'
import { literal } from './literal.ts'
import { scopeFor, type Desk } from './scope.ts'
import { tearOffs, type TornLesson } from './tear-offs.ts'

type ScopeOf = (source: Source) => Scope

/** The participant's booklet as Typst: lessons, and answers and hints on pages to tear off. */
export function participantTypst(desk: Desk, lessons: readonly Prepared[]): string {
  const { book } = desk
  const scopeOf = scopeFor(desk, bookletLabels(book))
  const chapters = book.chapters.map((chapter) => {
    const torn: TornLesson[] = []
    const pages = lessonsOf(chapter, lessons).map((lesson) => withoutAnswers(lesson, torn, scopeOf))
    return [opening(chapter, [], scopeOf), ...pages, tearOffs(chapter, torn, scopeOf)]
  })
  return [frame(WORDS.participant, '10.2pt'), ...chapters.flat()].join('\n\n')
}

/** The trainer's booklet as Typst: lessons with their answers, solutions, notes and mistakes. */
export function trainerTypst(desk: Desk, lessons: readonly Prepared[]): string {
  const { book } = desk
  const scopeOf = scopeFor(desk, bookletLabels(book))
  const chapters = book.chapters.map((chapter) => [
    opening(chapter, timeTable(chapter), scopeOf),
    ...lessonsOf(chapter, lessons).map((lesson) => withEverything(lesson, scopeOf)),
  ])
  return [frame(WORDS.trainer, '9.6pt'), ...chapters.flat()].join('\n\n')
}

/** The lessons of one chapter. */
export const lessonsOf = ({ units }: Chapter, lessons: readonly Prepared[]): Prepared[] =>
  lessons.filter(({ unit }) => units.includes(unit))

/** Title page, contents, and how to read the pictures; `letters` is the size of the text. */
function frame(subtitle: string, letters: string): string {
  const words = [WORDS.course, subtitle, WORDS.subject].map(literal).join(', ')
  return [
    '#import "/booklet.typ": *',
    `#show: booklet.with(${words}, ${letters})`,
    `#title-page(${words})`,
    '#contents()',
    `#pagebreak()\n#heading(level: 1, ${literal(WORDS.timelines)})`,
    legend(),
  ].join('\n')
}

function opening({ folder, page }: Chapter, more: readonly Block[], scopeOf: ScopeOf): string {
  const body = typstOf([...blocksOf(page), ...more], scopeOf(page))
  return `#chapter(${literal(page.title)}, <${chapterLabel(folder)}>)[\n${body}\n]`
}

function withoutAnswers(lesson: Prepared, allTorn: TornLesson[], scopeOf: ScopeOf): string {
  const { unit } = lesson
  const labelOf = (index: number) => `folded-${unit.exercise.slug}-${index + 1}`
  const { blocks, torn } = tearOff(lessonBlocks(lesson), labelOf)
  allTorn.push(...torn.map((one) => ({ ...one, lesson: unit.lesson })))
  return page(unit, typstOf(blocks, scopeOf(unit.lesson)))
}

function withEverything(lesson: Prepared, scopeOf: ScopeOf): string {
  const { unit } = lesson
  const parts = [
    typstOf(lessonBlocks(lesson), scopeOf(unit.lesson)),
    '#for-the-trainer()',
    typstOf(trainerBlocks(unit), scopeOf(unit.notes)),
  ]
  return page(unit, parts.join('\n\n'), `, minutes: ${unit.minutes ?? 'none'}`)
}

const page = ({ exercise, lesson }: Unit, body: string, more = ''): string =>
  `#lesson(${literal(lesson.title)}, <${exerciseLabel(exercise.slug)}>${more})[\n${body}\n]`
