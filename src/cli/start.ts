import type { Command } from 'commander'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { readEntries } from '../learn/entries.ts'
import { StandbyJudge } from '../judge/standby-judge.ts'
import { firstToSolve } from '../learn/session.ts'
import { VerdictCache } from '../judge/verdict-cache.ts'

export const define = (command: Command): Command =>
  command
    .argument('[exercise]', 'its name or its number: limit, 6.1')
    .option('--plain', 'line by line, with the pictures in words: for screen readers')
    .addHelpText('after', '\nSave the file, and it is judged. Press ? for the keys, q to leave.')

/** The learner's loop, until it is left. */
export async function run(
  root: string,
  [name]: readonly string[],
  { plain }: { plain?: boolean },
): Promise<number> {
  const slug = name === undefined ? undefined : exerciseNamed(readCourse(root), name).slug
  const cache = new VerdictCache(root)
  const entries = readEntries(root, cache)
  const judge = new StandbyJudge(root)
  const first = entries.find(({ exercise }) => exercise.slug === slug) ?? firstToSolve(entries)
  // The tests are under way in a process of their own while the screen is being loaded.
  if (first) void judge.prepare(first.exercise)
  const { runLive } = await import('../learn/live.ts')
  await runLive(root, { cache, judge, entries }, { slug, plain })
  return 0
}
