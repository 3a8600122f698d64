import type { Command } from 'commander'

import { check } from '../author/check.ts'
import { runSteps } from '../author/steps.ts'
import { printed } from '../course/violation.ts'

export const define = (command: Command): Command =>
  command
    .argument('[exercises...]', 'only the laws and snippets of these')
    .option('--all', 'the laws and snippets of all exercises, and nothing else')

/** Everything that CI runs, or what laws and snippets say. The exit code is 1 when something failed. */
export async function run(
  root: string,
  names: readonly string[],
  { all = false }: { all?: boolean },
): Promise<number> {
  if (names.length === 0 && !all) return runSteps(root)
  const lines = printed(await check(root, names))
  for (const line of lines) console.log(line)
  const count = `${lines.length} thing${lines.length === 1 ? '' : 's'}`
  console.log(lines.length === 0 ? 'No law is broken.' : `\n${count} to mend.`)
  return lines.length === 0 ? 0 : 1
}
