import { inspect } from 'node:util'

/** Breaks a text into lines that fit on 80 columns beside Vitest's own indentation. */
export function wrap(text: string, width = 76): string {
  return text
    .split('\n')
    .map((paragraph) => wrapLine(paragraph, width))
    .join('\n')
}

function wrapLine(whole: string, width: number): string {
  const paragraph = whole.trimEnd()
  // A row of a picture is left as it is: its blanks mean something.
  if (paragraph.length <= width) return paragraph
  const lines = ['']
  for (const word of paragraph.split(' ').flatMap((one) => inPieces(one, width))) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

/** A word that fits on no line is cut. */
const inPieces = (word: string, width: number): string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gs')) ?? [])

/** Characters of an error's message that are shown; a message may be a megabyte long. */
const LONGEST = 300

/** An error as one line: its name and message, or the thrown value itself. */
export function describe(error: unknown): string {
  try {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : shown(error)
    const [line = ''] = text.slice(0, LONGEST + 1).split('\n')
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  } catch {
    return 'something that cannot be shown'
  }
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : inspect(value, { depth: 1, breakLength: Infinity })
