import { join } from 'node:path'
import type { Command } from 'commander'
import { normalizePath } from 'vite'

import { openModules } from './modules.ts'
import type { Program } from './program.ts'
import type { PlayEvent } from './state.ts'

/** What the process that runs a program is told on its command line. */
export interface Request {
  program: Program
  /** Story seconds that go by in a real one. */
  speed: number
}

type Perform = typeof import('./perform.ts').perform

export const define = (command: Command): Command => command.argument('<request>')

/**
 * Runs a program in this process, and tells the parent what happens. The process ends with the play,
 * or with its parent.
 */
export async function run(root: string, [request = '']: readonly string[]): Promise<number> {
  const { program, speed } = JSON.parse(request) as Request
  // Kept, because the answer might replace them.
  const send = process.send?.bind(process)
  const exit = process.exit.bind(process)
  process.on('disconnect', exit)
  const modules = await openModules(root, program)
  const stage = normalizePath(join(root, 'src', 'run', 'play', 'perform.ts'))
  const { perform } = await modules.import<{ perform: Perform }>(stage)
  const load = () => modules.import<{ default: () => Promise<void> }>(program.id)
  const last = await perform(program, speed, load, (event: PlayEvent) => void send?.(event))
  send?.(last, () => exit())
  return 0
}
