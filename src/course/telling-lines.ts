import { onOneLine } from './mistake-header.ts'

/** Characters below which a line is everybody's: `return`, `await done`. */
const TOO_SHORT_TO_TELL = 20

/** A line of a program, without its indentation. Lines count from 1. */
export interface TellingLine {
  line: number
  text: string
}

/** The lines of a solution that would give it away; what is `known` already gives nothing away. */
export function tellingLines(solution: string, known: string): TellingLine[] {
  const shown = onOneLine(known)
  return solution
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: onOneLine(text) }))
    .filter(({ text }) => text.length >= TOO_SHORT_TO_TELL && !shown.includes(text))
}
