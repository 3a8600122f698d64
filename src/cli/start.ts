import { parseArgs } from 'node:util'

import { exerciseNamed, readCourse } from '../course/catalog.ts'
import { readEntries } from '../learn/entries.ts'
import { StandbyJudge } from '../judge/standby-judge.ts'
import { firstToSolve } from '../learn/session.ts'
import { VerdictCache } from '../judge/verdict-cache.ts'

const USAGE = `npm start                  opens the first exercise that is not solved
npm start -- EXERCISE      opens this one: limit, 6.1

Save the file, and it is judged. Press ? for the keys, q to leave.`

/** `npm start`: the learner's loop. The exit code is 2 when it was called wrongly, else 0. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (values.help) console.log(USAGE)
    else await start(root, positionals)
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

async function start(root: string, names: readonly string[]): Promise<void> {
  const [name, ...more] = names
  if (more.length > 0) throw new Error(`One exercise at a time, please.\n\n${USAGE}`)
  const slug = name === undefined ? undefined : exerciseNamed(readCourse(root), name).slug
  const cache = new VerdictCache(root)
  const entries = readEntries(root, cache)
  const judge = new StandbyJudge(root)
  const first = entries.find(({ exercise }) => exercise.slug === slug) ?? firstToSolve(entries)
  // The tests are under way in a process of their own while the screen is being loaded.
  if (first) void judge.prepare(first.exercise)
  const { printOnce, runLive } = await import('../learn/live.ts')
  await (process.stdout.isTTY ? runLive : printOnce)(root, { cache, judge, entries }, slug)
}
