import { heartbeat, type Standstill } from './heartbeat.ts'
import { openedSince, openResources } from '../clock/open-requests.ts'
import { keepWhateverStarts, whatRuns } from './outside.ts'
import type { Scenario } from './scenario.ts'
import { Story, type Recording } from './story.ts'
import { nativeTimers } from '../clock/native-timers.ts'
import { makespan } from '../timeline/span.ts'
import { SECOND } from '../timeline/seconds.ts'

/** What a scenario did beside real I/O, threads and work. */
export interface RealRecording extends Recording {
  /** Real milliseconds from its begin to its end. */
  took: number
  /** Real milliseconds from the first start of a call to the last end of one. */
  length: number
  /** For how long the event loop stood still. */
  gap: Standstill
  /** What kept Node open when all was over, in words. */
  left: string[]
}

/** Real milliseconds that one story second lasts beside real I/O, threads and work. */
const REAL_MS_PER_SECOND = 50
/** Looks, so many real milliseconds apart, that what is being closed is given to be gone. */
const LOOKS = 20
const BETWEEN_LOOKS = 5

interface RunOptions {
  realMsPerSecond?: number | undefined
  /** Real milliseconds of work. */
  patience: number
}

/**
 * Runs a scenario once on the real clock: nothing that runs obeys any other, and only what the
 * timeline itself offers counts in story seconds, of `realMsPerSecond` each. It is given up after
 * `patience` real milliseconds of work, and at once for an error that ends a Node process. What it
 * leaves open is ended. Never rejects: what goes wrong is the outcome.
 */
export async function recordForReal<M>(
  implementation: M,
  scenario: Scenario<M>,
  { realMsPerSecond = REAL_MS_PER_SECOND, patience }: RunOptions,
): Promise<RealRecording> {
  const before = openResources()
  const stopKeeping = keepWhateverStarts()
  const stopSwallowing = swallowUncaughtErrors()
  const rate = SECOND / realMsPerSecond
  const story = new Story({ rate, seesAll: false })
  const seen = { took: 0, gap: { real: 0, work: 0 }, left: [] as string[] }
  const [heart, start] = [heartbeat(), nativeTimers.performanceNow()]
  const recording = await story.record(() => scenario(implementation, story.timeline), {
    patience,
    obeyedBy: nobody,
    asProgram: true,
    afterwards: async () => {
      seen.gap = heart.stop()
      seen.took = nativeTimers.performanceNow() - start
      seen.left = await stillOpen(before)
    },
  })
  // What was ended comes to its end, and may complain.
  await stillOpen(before)
  stopKeeping()
  stopSwallowing()
  const calls = makespan(recording.spans.filter(({ kind }) => kind === 'call'))
  return { ...recording, ...seen, length: calls / rate }
}

const nobody = () => false

/** What has been opened and is still open after some looks: names for a sentence. */
async function stillOpen(before: ReadonlyMap<string, number>): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    const open = new Set([...whatRuns(), ...openedSince(before)])
    if (open.size === 0 || look === LOOKS) return [...open]
    await new Promise((resolve) => nativeTimers.setTimeout(resolve, BETWEEN_LOOKS))
  }
}

/** What still complains when the story is over is nobody else's business. */
function swallowUncaughtErrors(): () => void {
  const swallow = () => undefined
  process.on('uncaughtException', swallow)
  process.on('unhandledRejection', swallow)
  return () => {
    process.off('uncaughtException', swallow)
    process.off('unhandledRejection', swallow)
  }
}
