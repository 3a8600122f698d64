import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

import type { Verdict } from '../verdict.ts'

/** A verdict as `npm run judge -- … --json` prints it. */
export type JudgedInBackground = Verdict & { exercise: string }

/**
 * Runs `npm run judge` with these arguments in a process of its own that lets everybody else go
 * first. Nothing comes of it when it is aborted, or cannot be run.
 */
export async function judgeInBackground(
  root: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<JudgedInBackground[]> {
  if (signal.aborted) return []
  const program = join(root, 'bin', 'run.mjs')
  const child = spawn(process.execPath, [program, 'judge', ...args, '--json', '--jobs', '1'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stop = () => void child.kill()
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    let text = ''
    for await (const chunk of child.stdout.setEncoding('utf8')) text += String(chunk)
    return JSON.parse(text) as JudgedInBackground[]
  } catch {
    return []
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
