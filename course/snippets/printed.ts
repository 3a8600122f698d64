import { Console } from 'node:console'

/** Lines after which no more is kept: a loop that prints must not fill the memory. */
const MOST_LINES = 1_000

/** Collects what is printed with `console.log` and its like, each line with a stamp of its instant. */
export function collectPrinted(stamp: () => string): { lines: string[]; stop: () => void } {
  const before = globalThis.console
  const lines: string[] = []
  const write = (text: string) => {
    if (lines.length >= MOST_LINES) return
    lines.push(
      ...text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line + stamp()),
    )
  }
  globalThis.console = new Console({
    stdout: { write } as unknown as NodeJS.WritableStream,
    stderr: { write: () => undefined } as unknown as NodeJS.WritableStream,
    ignoreErrors: false,
    colorMode: false,
  })
  return { lines, stop: () => (globalThis.console = before) }
}
