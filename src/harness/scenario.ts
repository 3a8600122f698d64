import type { ClockOptions } from '../clock/clock.ts'
import { failureOf } from './explained.ts'
import type { Failure } from './failure.ts'
import { describe } from './sentence.ts'
import { Story, type Recording } from './story.ts'
import type { Timeline } from './timeline.ts'

/** One run of the story with some implementation; what it returns is compared exactly. */
export type Scenario<M> = (implementation: M, timeline: Timeline) => Promise<unknown>

/** Real milliseconds of work that one run may take. */
const PATIENCE = 10_000

/** Runs a scenario once, on a clock of its own. Never rejects: what goes wrong is the outcome. */
export function recordOnce<M>(
  implementation: M,
  scenario: Scenario<M>,
  clock?: ClockOptions,
): Promise<Recording> {
  const story = new Story(clock)
  return story.record(() => scenario(implementation, story.timeline), { patience: PATIENCE })
}

/** What a submission failed with where the reference did not. */
export function failureBeside(theirs: Recording, ours: Recording): Failure | undefined {
  if (theirs.outcome.status === 'fulfilled' || ours.outcome.status === 'rejected') return undefined
  return failureOf(theirs.outcome.reason)
}

/** What a run came to, to be compared: its value, or its error in words. */
export const valueOf = ({ outcome }: Recording): unknown =>
  outcome.status === 'fulfilled' ? outcome.value : describe(outcome.reason)
