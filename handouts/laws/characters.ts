import { visit } from 'unist-util-visit'

import { sourcesOf, unitsOf, type Book, type Unit } from '../../src/course/book.ts'
import { lineOf, type Source } from '../../src/course/lesson.ts'
import type { Violation } from '../../src/course/violation.ts'
import type { Drawable, Style } from '../typst/fonts.ts'

/** Law: there are no characters that the printed fonts lack; Typst would leave them out silently. */
export const charactersAreDrawn = (book: Book, drawable: Drawable): Violation[] => [
  ...sourcesOf(book).flatMap((source) => undrawnInSource(source, drawable)),
  ...unitsOf(book).flatMap((unit) => undrawnInPrograms(unit, drawable)),
]

function undrawnInSource({ file, tree }: Source, drawable: Drawable): Violation[] {
  const violations: Violation[] = []
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'html')
      violations.push(...undrawn(file, node.value, lineOf(node), 'prose', drawable))
    if (node.type === 'inlineCode')
      violations.push(...undrawn(file, node.value, lineOf(node), 'code', drawable))
    if (node.type === 'code')
      violations.push(...undrawn(file, node.value, lineOf(node) + 1, 'code', drawable))
  })
  return violations
}

/** Of a mistake, only what it says about itself is printed. */
const undrawnInPrograms = (
  { exercise, solution, stub, mistakes }: Unit,
  drawable: Drawable,
): Violation[] => [
  ...undrawn(exercise.solution, solution, 1, 'code', drawable),
  ...undrawn(exercise.stub, stub, 1, 'code', drawable),
  ...mistakes.flatMap(({ file, header }) =>
    typeof header === 'string'
      ? []
      : undrawn(file, [header.belief, ...header.says].join(' '), 1, 'prose', drawable),
  ),
]

/** `first` is the number of the first line. */
const undrawn = (
  file: string,
  text: string,
  first: number,
  style: Style,
  drawable: Drawable,
): Violation[] =>
  text.split('\n').flatMap((line, index) => {
    const strange = [...new Set(line)].filter((sign) => !drawable[style].has(codeOf(sign)))
    return strange.map((sign) => ({
      file,
      line: first + index,
      message: `The font for ${style} has no ${named(sign)}: write it in other words.`,
    }))
  })

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0

const named = (sign: string): string =>
  `"${sign}" (U+${codeOf(sign).toString(16).toUpperCase().padStart(4, '0')})`
