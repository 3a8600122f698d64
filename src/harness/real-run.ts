import { Failed } from './failure.ts'
import { withWatchdog } from './with-watchdog.ts'
import { heartbeat, type Standstill } from './heartbeat.ts'
import { openedSince, openResources } from '../clock/open-requests.ts'
import { keepWhateverStarts, whatRuns } from './outside.ts'
import { besideRealWork, REAL_MS_BESIDE_REAL_WORK } from '../clock/pace.ts'
import { recorded, type Recording, type Scenario } from './recorded-run.ts'
import { nativeTimers } from '../clock/native-timers.ts'
import { makespan } from '../timeline/span.ts'
import { SECOND } from '../timeline/seconds.ts'
import type { Timeline } from './timeline.ts'

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
export async function playForReal<M>(
  implementation: M,
  scenario: Scenario<M>,
  { realMsPerSecond = REAL_MS_BESIDE_REAL_WORK, patience }: RunOptions,
): Promise<RealRecording> {
  const before = openResources()
  const stopKeeping = keepWhateverStarts()
  const uncaught = watchForUncaughtErrors()
  const seen = { took: 0, gap: { real: 0, work: 0 }, left: [] as string[] }
  const run = async (timeline: Timeline) => {
    const [heart, start] = [heartbeat(), nativeTimers.performanceNow()]
    try {
      const lost = uncaught.first.then(() => failLost(timeline))
      return await withWatchdog(
        timeline,
        () => Promise.race([scenario(implementation, timeline), lost]),
        patience,
      )
    } finally {
      seen.gap = heart.stop()
      seen.took = nativeTimers.performanceNow() - start
      seen.left = await stillOpen(before)
    }
  }
  const recording = await recorded(besideRealWork(realMsPerSecond), run, { obeyedBy: nobody })
  // What was ended comes to its end, and may complain.
  await stillOpen(before)
  stopKeeping()
  uncaught.stop()
  const calls = makespan(recording.spans.filter(({ kind }) => kind === 'call'))
  return { ...recording, ...seen, length: (calls / SECOND) * realMsPerSecond }
}

const nobody = () => false

function failLost({ leftBehind: [failure] }: Timeline): void {
  if (failure) throw new Failed(failure)
}

/** What has been opened and is still open after some looks: names for a sentence. */
async function stillOpen(before: ReadonlyMap<string, number>): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    const open = new Set([...whatRuns(), ...openedSince(before)])
    if (open.size === 0 || look === LOOKS) return [...open]
    await new Promise((resolve) => nativeTimers.setTimeout(resolve, BETWEEN_LOOKS))
  }
}

/**
 * `first` resolves with the first error that nobody handles, for which Node would end: nobody has to
 * wait for what will not come any more. Until `stop`, no such error reaches anybody else.
 */
function watchForUncaughtErrors(): { first: Promise<void>; stop: () => void } {
  let lose: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    // In a turn of its own: the timeline hears of it first, and knows what to say.
    lose = () => void nativeTimers.setImmediate(resolve)
  })
  process.on('uncaughtException', lose)
  process.on('unhandledRejection', lose)
  return {
    first,
    stop() {
      process.off('uncaughtException', lose)
      process.off('unhandledRejection', lose)
    },
  }
}
