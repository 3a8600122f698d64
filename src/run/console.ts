import { Console } from 'node:console'

/**
 * Puts a console in force that hands over what is printed, line by line, until the returned function
 * is called; what goes to the error output is handed to `printedAsError`.
 */
export function replaceConsole(
  printed: (lines: string[]) => void,
  printedAsError: (lines: string[]) => void = () => undefined,
): () => void {
  const before = globalThis.console
  globalThis.console = new Console({
    stdout: streamOf(printed),
    stderr: streamOf(printedAsError),
    ignoreErrors: false,
    colorMode: false,
  })
  return () => (globalThis.console = before)
}

const streamOf = (printed: (lines: string[]) => void): NodeJS.WritableStream => {
  const write = (text: string) => printed(text.replace(/\n$/, '').split('\n'))
  return { write } as unknown as NodeJS.WritableStream
}
