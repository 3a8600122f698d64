import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import { svgOf } from '../../src/timeline/svg.ts'
import { blocksOf, type Block } from '../model/blocks.ts'
import type { Chapter, Unit } from '../model/book.ts'
import { LEGEND_SPANS, LEGEND_TITLE, LEGEND_WORDS } from '../model/legend.ts'
import { lessonBlocks, type Prepared } from '../model/prepare.ts'
import { timeTable, trainerBlocks } from '../model/trainer.ts'
import { lessonsOf } from '../typst/booklet.ts'
import { chapterLabel, exerciseLabel } from '../typst/inline.ts'
import { WORDS } from '../words.ts'
import { drawing, hastOf } from './blocks.ts'
import { htmlDocument } from './document.ts'
import { scopes, type Place } from './scope.ts'

type ScopeOf = ReturnType<typeof scopes>

/** The participant's booklet as one HTML page; answers and hints are folded. */
export function participantHtml(place: Place, lessons: readonly Prepared[]): string {
  const scopeOf = scopes(place)
  return booklet(place, WORDS.participant, (chapter) => [
    ...opening(chapter, [], scopeOf),
    ...lessonsOf(chapter, lessons).map((lesson) => article(lesson, scopeOf)),
  ])
}

/** The trainer's booklet: the same, and below each lesson a solution, the notes and the mistakes. */
export function trainerHtml(place: Place, lessons: readonly Prepared[]): string {
  const scopeOf = scopes(place)
  return booklet(place, WORDS.trainer, (chapter) => [
    ...opening(chapter, timeTable(chapter), scopeOf),
    ...lessonsOf(chapter, lessons).map((lesson) =>
      article(lesson, scopeOf, forTheTrainer(lesson.unit, scopeOf)),
    ),
  ])
}

function booklet(
  { book }: Place,
  subtitle: string,
  write: (chapter: Chapter) => ElementContent[],
): string {
  return htmlDocument(`${WORDS.course}: ${subtitle}`, WORDS.subject, 'booklet', [
    h('nav', { ariaLabel: 'Contents' }, contents(book.chapters)),
    h('main', [
      h('header.cover', [h('h1', WORDS.course), h('p.subtitle', subtitle), h('p', WORDS.subject)]),
      legend(),
      ...book.chapters.map((chapter) => h('section.chapter', write(chapter))),
    ]),
  ])
}

function contents(chapters: readonly Chapter[]): ElementContent[] {
  const link = (label: string, text: string) => h('a', { href: `#${label}` }, text)
  const lesson = ({ exercise, lesson: { title } }: Unit) =>
    h('li', link(exerciseLabel(exercise.slug), title))
  return [
    h('p.contents', 'Contents'),
    h(
      'ol',
      chapters.map(({ folder, page, units }) =>
        h('li', [link(chapterLabel(folder), page.title), h('ol', units.map(lesson))]),
      ),
    ),
  ]
}

const legend = (): ElementContent =>
  h('section.legend', [
    h('h2', { id: 'reading-a-timeline' }, WORDS.timelines),
    ...LEGEND_WORDS.map((words) => h('p', words)),
    drawing(svgOf(LEGEND_TITLE, LEGEND_SPANS, LEGEND_SPANS, { style: '', heading: false })),
  ])

function opening(
  { folder, page }: Chapter,
  more: readonly Block[],
  scopeOf: ScopeOf,
): ElementContent[] {
  const label = chapterLabel(folder)
  const blocks = [...blocksOf(page), ...more]
  return [h('h2', { id: label }, page.title), ...hastOf(blocks, scopeOf(page, label, 1))]
}

/** A lesson from its title to its hints. */
function article(
  lesson: Prepared,
  scopeOf: ScopeOf,
  more: readonly ElementContent[] = [],
): ElementContent {
  const { exercise, lesson: source } = lesson.unit
  const label = exerciseLabel(exercise.slug)
  return h('article.lesson', [
    h('h3', { id: label }, source.title),
    ...hastOf(lessonBlocks(lesson), scopeOf(source, label, 2)),
    ...more,
  ])
}

function forTheTrainer(unit: Unit, scopeOf: ScopeOf): ElementContent[] {
  const prefix = `trainer-${unit.exercise.slug}`
  return [
    h('p.for-the-trainer', `For the trainer: ${unit.minutes ?? '?'} minutes`),
    ...hastOf(trainerBlocks(unit), scopeOf(unit.notes, prefix, 2)),
  ]
}
