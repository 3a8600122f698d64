import { unitsOf, type Book } from '../../src/course/book.ts'
import { onOneLine } from '../../src/course/mistake-header.ts'
import { tellingLines } from '../../src/course/telling-lines.ts'
import { textOf } from '../../src/course/text-of.ts'
import type { Violation } from '../../src/course/violation.ts'
import { textsIn } from '../typst/literal.ts'

/** What a participant gets, as it was written. */
export interface Open {
  name: string
  html: string
  typst: string
}

/**
 * Law: what a participant gets holds no line of a solution. What the stub shows as well does not
 * count, nor what the lesson shows, or one that came before it: whoever has learnt a word there may
 * read it.
 */
export function solutionsStayHidden(book: Book, open: readonly Open[]): Violation[] {
  const outputs = open.flatMap(({ name, html, typst }) => [
    { name: `${name}.html`, text: onOneLine(textOfHtml(html)) },
    { name: `${name}.pdf`, text: onOneLine(textsIn(typst).join('\n')) },
  ])
  let shown = ''
  return unitsOf(book).flatMap(({ exercise, lesson, stub, solution }) => {
    shown += textOf(book.root, lesson.file)
    return tellingLines(solution, shown + stub).flatMap(({ line, text }) =>
      outputs
        .filter((output) => output.text.includes(text))
        .map(({ name }) => ({
          file: exercise.solution,
          line,
          message: `This line of the solution stands in ${name}, which participants get.`,
        })),
    )
  })
}

/** The text of an HTML page, without its tags. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '')
    .replace(/<\/?(?!span|code|a\b|em|strong)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, decoded)

function decoded(_all: string, hex?: string, code?: string, name = ''): string {
  if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
  return code === undefined ? (NAMED[name] ?? '') : String.fromCodePoint(Number(code))
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
