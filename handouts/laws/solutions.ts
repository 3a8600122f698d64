import { textOf } from '../../src/author/laws/law.ts'
import { onOneLine } from '../../src/course/mistake-header.ts'
import type { Complaint } from '../complaint.ts'
import { unitsOf, type Book } from '../model/book.ts'
import { textsIn } from '../typst/literal.ts'

/** What a participant gets, as it was written. */
export interface Open {
  name: string
  html: string
  typst: string
}

/** Characters below which a line is everybody's: `return`, `await done`. */
const TOO_SHORT_TO_TELL = 20

/**
 * Law: what a participant gets holds no line of a solution. What the stub shows as well does not
 * count, nor what the lesson shows, or one that came before it: whoever has learnt a word there may
 * read it.
 */
export function solutionsStayHidden(book: Book, open: readonly Open[]): Complaint[] {
  const outputs = open.flatMap(({ name, html, typst }) => [
    { name: `${name}.html`, text: onOneLine(textOfHtml(html)) },
    { name: `${name}.pdf`, text: onOneLine(textsIn(typst).join('\n')) },
  ])
  return ownLines(book).flatMap(({ file, line, text }) =>
    outputs
      .filter((output) => output.text.includes(text))
      .map(({ name }) => ({
        file,
        line,
        sentence: `This line of the solution stands in ${name}, which participants get.`,
      })),
  )
}

/** The lines of the solutions that give something away. */
function ownLines(book: Book): { file: string; line: number; text: string }[] {
  let shown = ''
  return unitsOf(book).flatMap(({ exercise, lesson, stub, solution }) => {
    shown += onOneLine(textOf(book.root, lesson.file))
    const known = shown + onOneLine(stub)
    return solution
      .split('\n')
      .map((text, index) => ({ file: exercise.solution, line: index + 1, text: onOneLine(text) }))
      .filter(({ text }) => text.length >= TOO_SHORT_TO_TELL && !known.includes(text))
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
