import { isAssertion, explained } from './explained.ts'
import { patchTicks } from '../clock/builtins.ts'
import type { Clock } from '../clock/clock.ts'
import { Failed, type Failure } from './failure.ts'
import { framesOf } from './frames.ts'
import { installClock } from '../clock/current-clock.ts'
import { replacedFailure, restoreIntrinsics } from './intrinsics.ts'
import { listenForUncaughtErrors } from './uncaught-errors.ts'
import { endWhatRuns } from './outside.ts'
import { abortListenersLeft } from './signals.ts'
import { placeIn } from './submission-file.ts'
import type { Timeline } from './timeline.ts'

/**
 * Runs something while `clock` is in force, and then fails for the first thing that it has left
 * behind. After another failure leftovers stay quiet. `obeyedBy` says who obeys the clock; everybody
 * when left out.
 *
 * @throws Failed, or an assertion of the test as it is.
 */
export async function runStory<T>(
  clock: Clock,
  timeline: Timeline,
  run: () => Promise<T>,
  obeyedBy?: () => boolean,
): Promise<T> {
  patchTicks()
  const uncaught = listenForUncaughtErrors(timeline)
  const uninstall = installClock(clock, obeyedBy)
  const allowExit = refuseExit(clock)
  // Before anything else is done with what the submission may have broken.
  const mend = () => {
    const replaced = restoreIntrinsics()
    if (replaced !== undefined) timeline.fatal ??= replacedFailure(replaced)
  }
  try {
    const value = await run().finally(mend)
    await uncaught.heard()
    mend()
    const failure =
      timeline.fatal ?? timeline.leftBehind[0] ?? abortListenersLeft(timeline.signals)[0]
    if (failure) throw new Failed(failure)
    return value
  } catch (error) {
    // What nobody has handled is told at the end of a turn, and may be where this comes from.
    await uncaught.heard()
    mend()
    const failure = explained(error, timeline)
    throw failure.kind === 'value' && isAssertion(error) ? error : new Failed(failure)
  } finally {
    clock.close()
    await endWhatRuns()
    await uncaught.heard()
    uninstall()
    allowExit()
    uncaught.stop()
  }
}

/** Vitest itself turns `process.exit` into an error; here it becomes a failure with its line. */
function refuseExit(clock: Clock): () => void {
  const exit: typeof process.exit = Reflect.get(process, 'exit')
  process.exit = (code) => {
    const at = placeIn(framesOf(new Error()))
    if (!at) return exit(code)
    const failure = exitFailure(at)
    clock.stop(failure)
    throw new Failed(failure)
  }
  return () => {
    process.exit = exit
  }
}

const exitFailure = (at: NonNullable<Failure['at']>): Failure => ({
  kind: 'exit',
  sentence:
    `Your code ends the whole process, with process.exit at ${at.file}:${at.line}.\n` +
    'The tests end with it. Let the function come to its end instead.',
  at,
})
