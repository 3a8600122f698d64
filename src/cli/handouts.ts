import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
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

/**
 * Makes the handouts. What they need is installed here by itself, once, and not with the course: a
 * learner never pays for it. From then on no network is needed, until the lock file changes.
 */
export async function run(root: string, _: readonly string[], options: Options): Promise<number> {
  if (options.out === '') throw new Error('--out needs the name of a folder.')
  const folder = join(root, 'handouts')
  if (!install(folder)) {
    console.error(
      '\nThe handouts need packages of their own, and npm could not install them. It says above why. ' +
        'If there is no network, try again where there is one: it is needed only this once.',
    )
    return 1
  }
  // Not put together with everything else: its packages are not to be found from there.
  const { module } = await runnerImport<Build>(join(folder, 'build.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module.build(root, await recordCourse(root), options)
}

/** Whether everything is there, which is seen by the lock file from which it was installed. */
function install(folder: string): boolean {
  const mark = join(folder, 'node_modules', '.installed-from')
  const lock = lockHash(folder)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return true
  console.error('Installing what the handouts need, about 72 MB, once …')
  if (!npm(folder, INSTALL)) return false
  writeFileSync(mark, lock)
  return true
}

const INSTALL = 'ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error'.split(
  ' ',
)

/** The npm that started this command, or whichever is there. */
function npm(cwd: string, args: readonly string[]): boolean {
  const started = process.env.npm_execpath ?? ''
  const options: SpawnSyncOptions = { cwd, stdio: ['ignore', 'ignore', 'inherit'] }
  const { status } = /^npm(-cli)?\.[cm]?js$/.test(basename(started))
    ? spawnSync(process.execPath, [started, ...args], options)
    : // On Windows npm is a script, which only a shell can start; the arguments are all our own.
      spawnSync(['npm', ...args].join(' '), { ...options, shell: true })
  return status === 0
}

function lockHash(folder: string): string {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n')
  return createHash('sha256').update(lock).digest('hex')
}
