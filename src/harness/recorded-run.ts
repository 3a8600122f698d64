import { performance } from 'node:perf_hooks'

import { Clock } from '../clock/clock.ts'
import { failureOf } from './explained.ts'
import type { Failure } from './failure.ts'
import { withWatchdog } from './with-watchdog.ts'
import type { Pace } from '../clock/pace.ts'
import type { Span } from '../timeline/span.ts'
import { runStory } from './run-story.ts'
import { describe } from './sentence.ts'
import { Timeline } from './timeline.ts'

/** One run of the story with some implementation; what it returns is compared exactly. */
export type Scenario<M> = (implementation: M, timeline: Timeline) => Promise<unknown>

/** What a scenario did on some clock. */
export interface Recording {
  spans: readonly Span[]
  outcome: PromiseSettledResult<unknown>
  /** Real milliseconds during which the event loop was at work, and did not wait. */
  active: number
}

/** Real milliseconds that one run may take. */
const PATIENCE = 10_000

/**
 * Runs something on a clock of its own that passes its time at `pace`, and keeps what happened;
 * `limit` in story milliseconds, `obeyedBy` as in `runStory`. Never rejects: what goes wrong is the
 * outcome.
 */
export async function recorded(
  pace: Pace,
  run: (timeline: Timeline) => Promise<unknown>,
  { limit, obeyedBy }: { limit?: number | undefined; obeyedBy?: () => boolean } = {},
): Promise<Recording> {
  const clock = new Clock(pace, limit)
  const timeline = new Timeline(clock)
  const before = performance.eventLoopUtilization()
  const [outcome] = await Promise.allSettled([
    runStory(clock, timeline, () => run(timeline), obeyedBy),
  ])
  const { active } = performance.eventLoopUtilization(before)
  return { spans: timeline.spans, outcome, active }
}

/**
 * Runs a scenario once, on a clock of its own that passes its time at `pace`; `limit` in story
 * milliseconds. Never rejects: what goes wrong is the outcome.
 */
export const play = <M>(
  implementation: M,
  scenario: Scenario<M>,
  pace: Pace,
  limit?: number,
): Promise<Recording> =>
  recorded(
    pace,
    (timeline) => withWatchdog(timeline, () => scenario(implementation, timeline), PATIENCE),
    { limit },
  )

/** What a submission failed with where the reference did not. */
export function failureBeside(theirs: Recording, ours: Recording): Failure | undefined {
  if (theirs.outcome.status === 'fulfilled' || ours.outcome.status === 'rejected') return undefined
  return failureOf(theirs.outcome.reason)
}

/** What a run came to, to be compared: its value, or its error in words. */
export const valueOf = ({ outcome }: Recording): unknown =>
  outcome.status === 'fulfilled' ? outcome.value : describe(outcome.reason)
