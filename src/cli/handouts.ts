import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Command } from 'commander'
import { runnerImport } from 'vite'

import { recordCourse, type Recordings } from '../author/recordings.ts'

export const define = (command: Command): Command =>
  command
    .option('--out <folder>', 'puts them into another folder')
    .option('--check', 'makes everything, applies all laws, and writes nothing')

interface Options {
  check?: boolean
  out?: string
}

interface Build {
  build(root: string, recordings: Recordings, options: Options): Promise<number>
}

/** See bin/install.cjs, which installs the course in the same way. */
type Install = (folder: string, words: typeof HANDOUTS) => Promise<boolean>

const HANDOUTS = {
  whoNeeds: 'the handouts need (about 72 MB)',
  scripts: false,
  typeThis: 'npm install in the folder handouts',
}

/**
 * Makes the handouts. What they need is installed here by itself, once, and not with the course: a
 * learner never pays for it. From then on no network is needed, until the lock file changes.
 */
export async function run(root: string, _: readonly string[], options: Options): Promise<number> {
  if (options.out === '') throw new Error('--out needs the name of a folder.')
  const folder = join(root, 'handouts', '/')
  const install = createRequire(folder)('../bin/install.cjs') as Install
  if (!(await install(folder, HANDOUTS))) return 1
  // Not put together with everything else: its packages are not to be found from there.
  const { module } = await runnerImport<Build>(join(folder, 'build.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module.build(root, await recordCourse(root), options)
}
