import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

import type { Verdict } from './verdict.ts'

/** A verdict as `npm run judge -- … --json` prints it. */
export type JudgedInBackground = Verdict & { exercise: string }

/**
 * Runs `npm run judge` with these arguments in a process of its own that lets everybody else go
 * first, and that ends with this one. Nothing comes of it when it is aborted, or cannot be run.
 */
export async function judgeInBackground(
  root: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<JudgedInBackground[]> {
  await turn()
  try {
    return signal.aborted ? [] : await judged(root, args, signal)
  } finally {
    pass()
  }
}

let taken = false
const waiting: (() => void)[] = []

/** One at a time: whoever pulls a new version of the course saves all of its files at once. */
async function turn(): Promise<void> {
  if (taken) await new Promise<void>((resolve) => waiting.push(resolve))
  taken = true
}

/** Whoever came last is next: it is the exercise that is open now. */
function pass(): void {
  const next = waiting.pop()
  if (next) next()
  else taken = false
}

async function judged(
  root: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<JudgedInBackground[]> {
  const program = join(root, 'bin', 'kata.cjs')
  const child = spawn(process.execPath, [program, 'judge', ...args, '--json', '--jobs', '1'], {
    cwd: root,
    // By the channel it notices when we are gone, see bin/load.cjs.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  const stop = () => void child.kill()
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    let text = ''
    for await (const chunk of child.stdout?.setEncoding('utf8') ?? []) text += String(chunk)
    return JSON.parse(text) as JudgedInBackground[]
  } catch {
    return []
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
