import { fork, spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import type { Submission } from '../judge/candidates.ts'
import { hasRun, isCaught, runsOf, toSoak, type Kind } from './soaked.ts'
import { failuresOf } from '../judge/verdict.ts'

const USAGE = `npm run soak -- [--runs 200] [--busy 4] [--pause] [KIND] [PART …]
  Runs the tests in real time of all solutions again and again, and says how often they were wrong.

  KIND      --accepted   the right answers in other styles
            --mistakes   the mistakes that real time alone can tell: every run must catch each
            --timing     of these one of each exercise that does all at once what goes in turn,
                         and one that does in turn what goes at once
  PART      only files with this in their path
  --runs N  so many runs; 200 when left out
  --busy N  beside so many busy processes
  --pause   now and then everything is stopped for 3 to 8 seconds; all tests run`

/** Real milliseconds after which a busy process ends by itself, should nobody end it. */
const BUSY_AT_MOST = 3_600_000

interface Soak {
  kind: Kind
  runs: number
  busy: number
  pause: boolean
  parts: string[]
}

/** `npm run soak`: does real time ever accuse the innocent, or miss the guilty? */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    console.log(request)
    return request === USAGE ? 0 : 2
  }
  const submitted = await toSoak(root, request.kind, request.parts)
  const beside = Array.from({ length: request.busy }, keepBusy)
  const pauses = request.pause ? startPauses() : undefined
  try {
    const sound = await soak(root, submitted, request)
    if (pauses) console.log(`It was paused ${pauses.count()} times.`)
    return sound ? 0 : 1
  } finally {
    for (const process of beside) process.kill('SIGKILL')
    pauses?.end()
  }
}

/** What is asked for; a sentence when that makes no sense. */
function readRequest(args: readonly string[]): Soak | string {
  const flag = { type: 'boolean', default: false } as const
  const number = (left: string) => ({ type: 'string', default: left }) as const
  const kinds = { accepted: flag, mistakes: flag, timing: flag }
  const options = { ...kinds, pause: flag, help: flag, runs: number('200'), busy: number('0') }
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) return USAGE
  const [kind = 'solutions', ...more] = (['accepted', 'mistakes', 'timing'] as const).filter(
    (name) => values[name],
  )
  const [runs, busy] = [Number(values.runs), Number(values.busy)]
  if (more.length > 0) return `One kind at a time: --${kind} or --${more[0]}.`
  if (!Number.isInteger(runs) || runs < 1) return `--runs takes a whole number from 1.`
  if (!Number.isInteger(busy) || busy < 0) return `--busy takes a whole number.`
  if (values.pause && process.platform === 'win32')
    return 'Windows cannot stop a process: no --pause.'
  return { kind, runs, busy, pause: values.pause, parts: positionals }
}

/** Whether every verdict was the right one. */
async function soak(
  root: string,
  submitted: readonly Submission[],
  { kind, runs, pause }: Soak,
): Promise<boolean> {
  const guilty = kind === 'mistakes' || kind === 'timing'
  const right = new Map(submitted.map(({ file }): [string, number] => [file, 0]))
  let [run, wrong] = [0, 0]
  const start = Date.now()
  for await (const verdicts of runsOf(root, submitted, { runs, all: pause })) {
    run += 1
    for (const verdict of verdicts.filter(hasRun)) {
      if (isCaught(verdict) === guilty) {
        right.set(verdict.file, (right.get(verdict.file) ?? 0) + 1)
        continue
      }
      wrong += 1
      console.log(
        `run ${run}: ${verdict.file}: ${failuresOf(verdict)[0]?.sentence ?? 'not caught'}`,
      )
    }
  }
  const seconds = Math.round((Date.now() - start) / 1_000)
  if (guilty) for (const [file, times] of right) console.log(`caught ${times} of ${run}: ${file}`)
  console.log(
    `${run} runs of ${submitted.length} submissions in ${seconds} s; wrong verdicts: ${wrong}`,
  )
  return wrong === 0
}

function keepBusy(): ChildProcess {
  const loop = `const end = Date.now() + ${BUSY_AT_MOST}; while (Date.now() < end);`
  return spawn(process.execPath, ['-e', loop], { stdio: 'ignore' })
}

/** Has this process, and all that it has started, stopped now and then. */
function startPauses(): { count: () => number; end: () => void } {
  let count = 0
  const pauses = fork(fileURLToPath(new URL('pauses.mjs', import.meta.url)), { execArgv: [] })
  pauses.on('message', () => (count += 1))
  return { count: () => count, end: () => void pauses.kill() }
}
