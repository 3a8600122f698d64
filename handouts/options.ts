import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Options {
  help: boolean
  /** Builds, applies the laws, and leaves nothing behind. */
  check: boolean
  /** Where to put the handouts; relative to where the command was given. */
  out: string | undefined
}

export const HELP = `npm run handouts            makes booklets, sheets and pages in dist/handouts/
npm run handouts -- --out DIR   puts them into another folder
npm run handouts -- --check     makes everything, applies all laws, and writes nothing
npm run handouts -- --help      this text`

/** Reads the options. @throws Error with a sentence about what cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', default: false, short: 'h' },
        check: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    })
    if (values.out === '') throw new Error('--out needs the name of a folder')
    return { help: values.help, check: values.check, out: values.out }
  } catch (error) {
    const [words = ''] = error instanceof Error ? error.message.split('\n') : []
    throw new Error(`${words.replace(/\.?$/, '.')}\n\n${HELP}`, { cause: error })
  }
}
