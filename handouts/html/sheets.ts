import type { ElementContent } from 'hast'
import { h } from 'hastscript'

import type { Block } from '../model/blocks.ts'
import type { Prepared } from '../model/prepare.ts'
import { sheetOf } from '../model/sheet.ts'
import { exerciseLabel } from '../typst/inline.ts'
import { WORDS } from '../words.ts'
import { hastOf, sideBySide } from './blocks.ts'
import { htmlDocument } from './document.ts'
import { scopes, type Place } from './scope.ts'

/** All sheets as one HTML page; printed, each begins on a sheet of paper of its own. */
export function sheetsHtml(place: Place, lessons: readonly Prepared[]): string {
  const scopeOf = scopes(place)
  const { chapters } = place.book
  const chapterOf = ({ unit }: Prepared) => chapters.find(({ units }) => units.includes(unit))
  const title = `${WORDS.course}: ${WORDS.sheets}`
  return htmlDocument(title, WORDS.subject, 'sheets', [
    h('main', [
      h('header.cover', [h('h1', WORDS.sheets), h('p', WORDS.subject)]),
      ...lessons.map((lesson) => sheet(lesson, chapterOf(lesson)?.page.title ?? '', scopeOf)),
    ]),
  ])
}

function sheet(
  lesson: Prepared,
  chapter: string,
  scopeOf: ReturnType<typeof scopes>,
): ElementContent {
  const { exercise, lesson: source } = lesson.unit
  const label = exerciseLabel(exercise.slug)
  const scope = scopeOf(source, label, 2)
  const write = (blocks: readonly Block[]) => hastOf(blocks, scope)
  const { programs, question, job, timeline } = sheetOf(lesson)
  return h('section.sheet', [
    h('header', [h('h2', { id: label }, source.title), h('span', `${chapter} · ${exercise.slug}`)]),
    h('div.columns', [
      h('div', write(lesson.story)),
      h('div.question', [h('h3', 'Predict first'), ...write(question)]),
    ]),
    sideBySide(programs.map(({ columns, children }) => [columns, write(children)])),
    h('div.columns', [
      h('div', [h('h3', 'Your job'), ...write(job)]),
      h('div', [h('h3', 'The timeline'), ...write(timeline)]),
    ]),
  ])
}
