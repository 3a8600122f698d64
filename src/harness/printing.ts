import { currentClock } from '../clock/current-clock.ts'
import { secondsOf } from '../timeline/seconds.ts'
import { frameIn, type Frame } from './frames.ts'
import { cut, harmless } from './sentence.ts'
import { currentSubmission, ownerOf, placeOf } from './submission-file.ts'

/** What may be printed in one test, or while a file is loaded; the rest is counted. */
const MOST_LINES = 200
const MOST_CHARACTERS = 16_000
/** Characters of a line that are shown. */
const LONGEST_LINE = 2_000

const KEPT = Symbol.for('async-kata.printed')

interface Printed {
  lines: number
  characters: number
  /** Lines that were printed and are not shown. */
  left: number
}

type Shelf = typeof globalThis & { [KEPT]: Printed | undefined }
type Write = (chunk: string | Uint8Array, ...rest: unknown[]) => boolean
interface Printer {
  write: Write
}

/** Node's Console keeps its streams under these names, since it was first documented. */
type ConsoleStreams = typeof console & { _stdout?: Printer; _stderr?: Printer }

/**
 * Lets every test print a reasonable amount, and stamps what a story prints: a loop that prints for
 * ever must not fill the memory of whoever listens. Call it before each file.
 */
export function limitPrinting(): void {
  const shelf = globalThis as Shelf
  const first = shelf[KEPT] === undefined
  shelf[KEPT] = { lines: 0, characters: 0, left: 0 }
  if (!first) return
  const { _stdout, _stderr } = console as ConsoleStreams
  for (const printer of [_stdout, _stderr, process.stdout, process.stderr]) {
    if (printer) limit(printer as Printer)
  }
}

/** Says how much of what was printed is not shown. Call it after each test: the next one begins anew. */
export function endPrinting(): void {
  const shelf = globalThis as Shelf
  const { left = 0 } = shelf[KEPT] ?? {}
  shelf[KEPT] = { lines: 0, characters: 0, left: 0 }
  if (left > 0) console.log(`(… and ${left} more ${left === 1 ? 'line' : 'lines'}, not shown)`)
}

function limit(printer: Printer): void {
  const write = printer.write.bind(printer)
  const shelf = globalThis as Shelf
  printer.write = (chunk, ...rest) => {
    const text = shelf[KEPT] && shown(String(chunk), shelf[KEPT])
    if (text !== '') return write(text ?? chunk, ...rest)
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => (done as () => void)())
    return true
  }
}

/** What is shown of a text that is printed. It is cut before anything else is done with it. */
function shown(chunk: string, printed: Printed): string {
  const clock = currentClock()
  const stamp = clock ? `  @${secondsOf(clock.now)}` : ''
  const lines = linesOf(chunk, MOST_LINES - printed.lines)
  let text = ''
  for (const line of withoutForeignFrames(lines)) {
    if (printed.characters >= MOST_CHARACTERS) printed.left += 1
    else text += line + stamp + '\n'
    printed.characters += line.length
  }
  printed.lines += lines.length
  printed.left += countLines(chunk) - lines.length
  return chunk.endsWith('\n') ? text : text.slice(0, -1 - stamp.length)
}

/** The first lines of a text, as long as they may be. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < most;) {
    const at = text.indexOf('\n', from)
    const end = at < 0 ? text.length : at
    lines.push(harmless(cut(text.slice(from, end), LONGEST_LINE)))
    from = end + 1
  }
  return lines
}

function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * Lines without frames of whatever surrounds the submission, a lesson's program included; its own name
 * the file as people read it.
 */
export function withoutForeignFrames(lines: readonly string[]): string[] {
  if (!currentSubmission()) return [...lines]
  const kept: string[] = []
  for (const line of lines) {
    const frame = frameIn(line)
    if (!frame) {
      kept.push(line)
    } else if (frame.place && isOwn(frame.place)) {
      const { file, line: row, column = 1 } = placeOf(frame.place)
      kept.push(`${frame.before}${file}:${row}:${column}${frame.after}`)
    } else if (kept.length > 0) {
      kept.push(`${kept.pop()}${frame.rest}`)
    }
  }
  return kept
}

const isOwn = (frame: Frame): boolean =>
  ownerOf(frame) === 'submission' && !frame.path.includes('/README.md.')
