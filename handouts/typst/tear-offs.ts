import type { Chapter } from '../model/book.ts'
import type { Torn } from '../model/sections.ts'
import type { Source } from '../model/source.ts'
import { typstOf } from './blocks.ts'
import type { Scope } from './inline.ts'
import { literal } from './literal.ts'

/** Something folded, and the lesson from which it was taken. */
export interface TornLesson extends Torn {
  lesson: Source
}

/** One page for each kind of folded text, so that nobody reads the third hint with the first. */
export function tearOffs(
  chapter: Chapter,
  torn: readonly TornLesson[],
  scopeOf: (source: Source) => Scope,
): string {
  const kinds = [...new Set(torn.map(({ folded }) => folded.summary))]
  return kinds
    .map((kind, index) => {
      const texts = torn.filter(({ folded }) => folded.summary === kind)
      const head = [kind === 'Answer' ? 'Answers' : kind, chapter.page.title].map(literal)
      const body = texts.map((one) => entry(one, scopeOf(one.lesson))).join('\n')
      return `#tear-off(${index === 0 ? 'true' : 'false'}, ${head.join(', ')})[\n${body}\n]`
    })
    .join('\n\n')
}

const entry = ({ label, folded, lesson }: TornLesson, scope: Scope): string =>
  `#torn(${literal(lesson.title)}, <${label}>)[\n${typstOf(folded.children, scope)}\n]`
