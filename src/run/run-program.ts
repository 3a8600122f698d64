import { DAY } from '../clock/clock.ts'
import { Failed, type Failure } from '../harness/failure.ts'
import type { RunOptions, Story } from '../harness/story.ts'

/** Why a program did not come to its end; nothing of it when it did. */
export interface Ending {
  failure?: Failure
  /** What the program has thrown, whether anybody could have caught that or not. */
  thrown?: { error: unknown }
}

interface Options extends Pick<RunOptions, 'obeyedBy'> {
  /** Real milliseconds of work after which it is given up. */
  patience: number
  /** Told when the program has reached its end; what it has started may still run. */
  onEnd?: () => void
}

/**
 * Runs a program in a story as Node would: until nothing is left that could run, or until the first
 * error that nobody handles. It is recorded as a call, `program`. Never rejects.
 */
export async function runProgram(
  story: Story,
  program: () => Promise<void>,
  { onEnd, ...options }: Options,
): Promise<Ending> {
  let thrown: Ending['thrown']
  const whole = async () => {
    await story.timeline.start('program', program).catch((error: unknown) => {
      // Given up, it has thrown nothing.
      if (!(error instanceof Failed)) thrown = { error }
      throw error
    })
    onEnd?.()
    await story.clock.drain(DAY)
  }
  const { outcome } = await story.record(whole, { ...options, asProgram: true })
  if (outcome.status === 'fulfilled') return {}
  const { failure, cause } = outcome.reason as Failed
  thrown ??= cause === undefined ? undefined : { error: cause }
  return { failure, ...(thrown ? { thrown } : {}) }
}
