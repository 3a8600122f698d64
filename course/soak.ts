import { spawn, type ChildProcess } from 'node:child_process'
import { parseArgs } from 'node:util'

import { mistakesOf, readCourse } from './catalog.ts'
import type { Submission } from './candidates.ts'
import { openBench } from './run.ts'
import { failuresOf, type Verdict } from './verdict.ts'

const USAGE = `npm run soak -- [--runs 200] [--busy 4] [--mistakes] [PART …]
  Runs the wall-clock tests of all solutions again and again; --busy puts so many busy processes
  beside them. With --mistakes it runs those of the mistakes that the wall clock can tell, and
  every run must catch each of them. Of the files only those with a PART in their path are run.`

/** Real milliseconds after which a busy process ends by itself, should nobody end it. */
const BUSY_AT_MOST = 3_600_000

/** `npm run soak`: does the wall clock ever accuse the innocent, or miss the guilty? */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '200' },
      busy: { type: 'string', default: '0' },
      mistakes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const submitted = await toSoak(root, values.mistakes, positionals)
  const busy = Array.from({ length: Number(values.busy) }, keepBusy)
  try {
    return await soak(root, submitted, Number(values.runs), values.mistakes)
  } finally {
    for (const process of busy) process.kill('SIGKILL')
  }
}

/** Solutions; or the mistakes that the wall clock catches when nothing else runs. */
async function toSoak(
  root: string,
  mistakes: boolean,
  parts: readonly string[],
): Promise<Submission[]> {
  const all = readCourse(root)
    .flatMap((exercise) =>
      (mistakes ? mistakesOf(root, exercise) : [exercise.solution]).map((file) => ({
        file,
        exercise,
      })),
    )
    .filter(({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)))
  if (!mistakes) return all
  const [verdicts = []] = await wallClockRuns(root, all, 1)
  return all.filter((_, index) => verdicts[index] && caught(verdicts[index]))
}

async function soak(
  root: string,
  submitted: readonly Submission[],
  runs: number,
  guilty: boolean,
): Promise<number> {
  const wrong = new Map<string, number>()
  const start = Date.now()
  let run = 0
  for await (const verdicts of wallClockRunsOneByOne(root, submitted, runs)) {
    run += 1
    for (const verdict of verdicts.filter((one) => caught(one) !== guilty && ran(one))) {
      wrong.set(verdict.file, (wrong.get(verdict.file) ?? 0) + 1)
      const message = failuresOf(verdict)[0]?.sentence ?? 'not caught'
      console.log(`run ${run}: ${verdict.file}: ${message}`)
    }
  }
  const judged = submitted.length
  const seconds = Math.round((Date.now() - start) / 1_000)
  console.log(
    `${run} runs of ${judged} submissions in ${seconds} s; wrong verdicts: ${total(wrong)}`,
  )
  return wrong.size === 0 ? 0 : 1
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

async function wallClockRuns(
  root: string,
  submitted: readonly Submission[],
  runs: number,
): Promise<Verdict[][]> {
  const all: Verdict[][] = []
  for await (const verdicts of wallClockRunsOneByOne(root, submitted, runs)) all.push(verdicts)
  return all
}

async function* wallClockRunsOneByOne(
  root: string,
  submitted: readonly Submission[],
  runs: number,
): AsyncGenerator<Verdict[]> {
  const bench = await openBench(root, submitted, { titles: /wall clock/ })
  try {
    for (let run = 0; run < runs; run += 1) yield await bench.run()
  } finally {
    await bench.close()
  }
}

/** 1.7 has no wall-clock test; whatever has one must have run it. */
const ran = ({ tests }: Verdict): boolean =>
  tests.some((test) => test.state === 'passed' || test.state === 'failed')

const caught = ({ tests }: Verdict): boolean => tests.some((test) => test.state === 'failed')

function keepBusy(): ChildProcess {
  const loop = `const end = Date.now() + ${BUSY_AT_MOST}; while (Date.now() < end);`
  return spawn(process.execPath, ['-e', loop], { stdio: 'ignore' })
}
