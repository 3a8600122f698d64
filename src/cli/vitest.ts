import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from 'commander'

import { whenLeftAlone } from '../learn/left-alone.ts'
import type { CommandFile } from './command.ts'

/** Lets Vitest take over this process: the rest of the line, which it reads itself, and the exit code. */
const vitest = (...words: string[]): CommandFile => ({
  define: (command: Command) =>
    command
      .argument('[filters...]', 'files or exercises')
      .allowUnknownOption()
      .addHelpText('after', '\nAll options are those of Vitest: npx vitest --help'),
  async run(root, args) {
    // It does not lie in node_modules wherever packages are installed.
    const { resolve } = createRequire(join(root, 'package.json'))
    const file = join(dirname(resolve('vitest/package.json')), 'vitest.mjs')
    // Its usual way to read its configuration writes a file, which not every folder allows.
    process.argv = [process.execPath, file, ...words, ...args, '--configLoader', 'runner']
    if (words.includes('--watch')) whenLeftAlone(() => process.exit())
    await import(pathToFileURL(file).href)
    return undefined
  },
})

export const test = vitest('run', '--mode', 'course')
export const ui = vitest('--ui', '--watch')
