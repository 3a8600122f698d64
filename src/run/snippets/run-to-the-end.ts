import type { Clock } from '../../clock/clock.ts'
import { nativeTimers } from '../../clock/native-timers.ts'
import { Watchdog, type Place } from '../../harness/watchdog.ts'

/** Real milliseconds that a snippet may take. */
const PATIENCE = 5_000

/** A program that does not come to an end; the message goes on after "The ts fence". */
export class Stuck extends Error {
  /** Where it was stuck, innermost first, if that is known. */
  readonly frames: readonly Place[]

  constructor(message: string, frames: readonly Place[] = []) {
    super(message)
    this.frames = frames
  }
}

/**
 * Runs a program while somebody watches it. Rejects with what it throws, whether anybody could have
 * caught that or not, and with `Stuck` when it cannot end.
 */
export async function runToTheEnd(run: () => Promise<void>, clock?: Clock): Promise<void> {
  let stop: () => void = () => undefined
  try {
    await new Promise<void>((resolve, reject) => {
      stop = watch(reject, clock)
      // In a turn of its own: a loop that is ended takes its turn with it.
      nativeTimers.setImmediate(() => {
        void run().then(resolve, reject)
        clock?.wake()
      })
    })
  } finally {
    stop()
  }
}

/** Reports whatever a program cannot say itself, until the returned function is called. */
function watch(report: (error: unknown) => void, clock: Clock | undefined): () => void {
  const stopWatching = Watchdog.get().watch((frames) => report(new Stuck(SPINS, frames)))
  const alarm = nativeTimers.setTimeout(() => report(new Stuck(TOO_LONG)), PATIENCE)
  if (clock) observe(clock, report)
  process.on('unhandledRejection', report)
  process.on('uncaughtException', report)
  return () => {
    stopWatching()
    nativeTimers.clearTimeout(alarm)
    // What it may have left behind is reported in the next turns, and must not be lost on others.
    nativeTimers.setImmediate(() => {
      process.off('unhandledRejection', report)
      process.off('uncaughtException', report)
    })
  }
}

function observe(clock: Clock, report: (error: unknown) => void): void {
  clock.observe({
    waitStarted: () => undefined,
    waitEnded: () => undefined,
    threw: report,
    idle: () => report(new Stuck(neverSettles(clock.now))),
    stopped: ({ sentence }) => report(new Stuck(`never ends: ${sentence}`)),
  })
}

const SPINS = 'loops for ever: for three whole seconds it never let the event loop turn.'

const TOO_LONG = `never ends: it was still running after ${PATIENCE / 1_000} real seconds.`

const neverSettles = (now: number): string =>
  `never settles: at second ${Math.round(now / 10) / 100} nothing was left that could wake it, ` +
  'no timer and no event.'
