import type { Command } from 'commander'

import { main as laws } from '../author/check-laws.ts'
import { main as snippets } from '../author/check-snippets.ts'
import { runSteps } from '../author/steps.ts'
import { exerciseNamed, readCourse } from '../course/catalog.ts'

export const define = (command: Command): Command =>
  command
    .argument('[exercises...]', 'only the laws and snippets of these')
    .option('--laws', 'only the laws')
    .option('--snippets', 'only the snippets')

/** Everything that CI runs. The exit code is 1 when something failed. */
export async function run(
  root: string,
  names: readonly string[],
  only: { laws?: boolean; snippets?: boolean },
): Promise<number> {
  if (names.length === 0 && !only.laws && !only.snippets) return runSteps(root)
  const course = readCourse(root)
  const slugs = names.map((name) => exerciseNamed(course, name).slug)
  const codes = [
    only.snippets && !only.laws ? 0 : await laws(root, slugs),
    only.laws && !only.snippets ? 0 : await snippets(root, slugs),
  ]
  return Math.max(...codes)
}
