import { currentClock } from '../clock/current-clock.ts'
import { secondsOf } from '../timeline/seconds.ts'

/** Characters that one test file may print; what comes after them is dropped. */
const PRINT_LIMIT = 64_000

const KEPT = Symbol.for('async-kata.printed')

type Shelf = typeof globalThis & { [KEPT]: number | undefined }
type Write = (chunk: string | Uint8Array, ...rest: unknown[]) => boolean
interface Printer {
  write: Write
}

/** Node's Console keeps its streams under these names, since it was first documented. */
type ConsoleStreams = typeof console & { _stdout?: Printer; _stderr?: Printer }

/** What has been printed, each line with the second of the story at which it was. */
function stamped(chunk: string | Uint8Array): string | Uint8Array {
  const clock = currentClock()
  if (!clock || typeof chunk !== 'string') return chunk
  return chunk.replaceAll('\n', `  @${secondsOf(clock.now)}\n`)
}

/**
 * Lets every test file print a reasonable amount, and stamps what a story prints: a loop that prints for ever must not fill the
 * memory of whoever listens. Call it before each file.
 */
export function limitPrinting(): void {
  const shelf = globalThis as Shelf
  const first = shelf[KEPT] === undefined
  shelf[KEPT] = 0
  if (!first) return
  const { _stdout, _stderr } = console as ConsoleStreams
  for (const printer of [_stdout, _stderr, process.stdout, process.stderr]) {
    if (printer) limit(printer as Printer)
  }
}

function limit(printer: Printer): void {
  const write = printer.write.bind(printer)
  const shelf = globalThis as Shelf
  printer.write = (chunk, ...rest) => {
    const before = shelf[KEPT] ?? 0
    shelf[KEPT] = before + chunk.length
    if (before + chunk.length <= PRINT_LIMIT) return write(stamped(chunk), ...rest)
    if (before <= PRINT_LIMIT) write('\n(The rest of what was printed is left out.)\n')
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => (done as () => void)())
    return true
  }
}
