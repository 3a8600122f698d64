import { fork, spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { Submission } from '../judge/candidates.ts'
import { hasRun, isCaught, runsOf, toSoak, type Kind } from './soaked.ts'
import { failuresOf } from '../judge/verdict.ts'

/** Real milliseconds after which a busy process ends by itself, should nobody end it. */
const BUSY_AT_MOST = 3_600_000

export interface Soak {
  /** Whose tests in real time are run. */
  kind: Kind
  runs: number
  /** So many processes keep the machine busy meanwhile. */
  busy: number
  /** Whether everything is stopped now and then for some seconds; all tests are run then. */
  pause: boolean
  /** Only files with one of these in their path. */
  parts: readonly string[]
}

/** Does real time ever accuse the innocent, or miss the guilty? The exit code is 1 when it does. */
export async function soak(root: string, request: Soak): Promise<number> {
  const submitted = await toSoak(root, request.kind, request.parts)
  const beside = Array.from({ length: request.busy }, keepBusy)
  const pauses = request.pause ? startPauses() : undefined
  try {
    const sound = await isSound(root, submitted, request)
    if (pauses) console.log(`It was paused ${pauses.count()} times.`)
    return sound ? 0 : 1
  } finally {
    for (const process of beside) process.kill('SIGKILL')
    pauses?.end()
  }
}

/** Whether every verdict was the right one. */
async function isSound(
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
