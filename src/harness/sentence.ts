import { inspect, stripVTControlCharacters } from 'node:util'

import { frameIn } from './frames.ts'

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

/** The beginning of a text that may be of any length. */
export const cut = (text: string, longest: number): string =>
  text.length > longest
    ? `${text.slice(0, longest)}… (and ${text.length - longest} more characters)`
    : text

/** A text without what could move the cursor or change the colours. */
export const harmless = (text: string): string =>
  stripVTControlCharacters(text)
    .replaceAll('\t', '    ')
    // eslint-disable-next-line no-control-regex -- these are the characters to get rid of
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/g, '')

/** Characters of a value or of an error's message that are shown; it may be a megabyte long. */
const LONGEST = 300
/** Characters that are looked at for that; some of them are not shown. */
const LOOKED_AT = 10 * LONGEST

/** A text on one line, of a length that can be read. */
export function oneLine(text: string, longest = LONGEST): string {
  const shown = harmless(text.slice(0, LOOKED_AT))
    .split('\n')
    .map((line) => (frameIn(line)?.rest ?? line).trim())
    .filter((line) => line !== '')
    .join(' ')
  return shown.length > longest ? `${shown.slice(0, longest).trimEnd()}…` : shown
}

/** A value as one line of code; of the errors in it, names and messages. */
export const inspected = (value: unknown): string =>
  oneLine(
    inspect(value, {
      depth: 2,
      breakLength: Infinity,
      compact: true,
      maxStringLength: LOOKED_AT,
    }).replaceAll(STACK_FRAME, ''),
  )

/** Behind the last of them, the value goes on. */
const STACK_FRAME = /\n\s+at [^\n]*?(?::\d+:\d+\)?|<anonymous>\)?|native\)?)/g

/** An error as one line: its name and the first line of its message, or the thrown value itself. */
export function describe(error: unknown): string {
  try {
    if (typeof error === 'string') return oneLine(error)
    if (!(error instanceof Error)) return inspected(error)
    const [line = ''] = error.message.slice(0, LOOKED_AT).split('\n')
    return oneLine(`${error.name.slice(0, LONGEST)}: ${line}`)
  } catch {
    return 'something that cannot be shown'
  }
}
