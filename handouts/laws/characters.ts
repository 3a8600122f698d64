import { visit } from 'unist-util-visit'

import type { Complaint } from '../complaint.ts'
import { lineOf, type Source } from '../model/source.ts'
import type { Drawable, Style } from '../typst/fonts.ts'

/** Law: a source has no characters that the printed fonts lack; Typst would leave them out silently. */
export function charactersAreDrawn({ file, tree }: Source, drawable: Drawable): Complaint[] {
  const complaints: Complaint[] = []
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'html')
      complaints.push(...undrawn(file, node.value, lineOf(node), 'prose', drawable))
    if (node.type === 'inlineCode')
      complaints.push(...undrawn(file, node.value, lineOf(node), 'code', drawable))
    if (node.type === 'code')
      complaints.push(...undrawn(file, node.value, lineOf(node) + 1, 'code', drawable))
  })
  return complaints
}

/** The same for any text; `first` is the number of its first line. */
export const undrawn = (
  file: string,
  text: string,
  first: number,
  style: Style,
  drawable: Drawable,
): Complaint[] =>
  text.split('\n').flatMap((line, index) => {
    const strange = [...new Set(line)].filter((sign) => !drawable[style].has(codeOf(sign)))
    return strange.map((sign) => ({
      file,
      line: first + index,
      sentence: `The font for ${style} has no ${named(sign)}: write it in other words.`,
    }))
  })

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0

const named = (sign: string): string =>
  `"${sign}" (U+${codeOf(sign).toString(16).toUpperCase().padStart(4, '0')})`
