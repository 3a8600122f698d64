import { isDeepStrictEqual } from 'node:util'
import { inject } from 'vitest'

import { Clock } from './clock.ts'
import { guarded } from './guarded.ts'
import { timeLapse, virtual, type Pace } from './pace.ts'
import { inLetters, inWords, makespan, overlap, peakInFlight, type Span } from './recording.ts'
import { sentence } from './sentence.ts'
import { SECOND } from './story.ts'
import { declareTest, inStory } from './test.ts'
import { Timeline } from './timeline.ts'

/** One run of the story with some implementation; what it returns is compared exactly. */
export type Scenario<M> = (implementation: M, timeline: Timeline) => Promise<unknown>

/** What a scenario did on some clock. */
export interface Recording {
  spans: readonly Span[]
  outcome: PromiseSettledResult<unknown>
}

/** What is annotated when virtual time has found nothing wrong, for whoever waits for that. */
export const RIGHT_SO_FAR = 'right in virtual time'

/** Real milliseconds that one run may take. */
const PATIENCE = 10_000
/**
 * Rounds that a submission may need until one is quick enough: only the noise of a machine. Three
 * were too few: with more busy processes than cores, two of about a thousand right answers failed.
 */
const ROUNDS = 6
/** A right answer's makespan, the best of all rounds, stays below this multiple of the reference's. */
const TOO_SLOW = 1.25
/** Story milliseconds (6 real ones) that a late turn of the loop may cost on top, however short the story. */
const SLACK = 300
/** Below this part of the reference's makespan an answer has not done the work. */
const TOO_FAST = 0.75
/** Story milliseconds that must lie between two instants before their order means anything. */
const APART = SECOND / 2

/**
 * Confirms an exercise on the real event loop, with real timers, a story second lasting 20 ms. The
 * submission and the reference run in turn; their results must be equal, what the reference does
 * one after another must not overlap, instants that lie at least half a second apart keep their
 * order, as many are in flight at once, and the makespan stays within a quarter of the reference's. Declare it last:
 * it skips itself when a test above it in the same file has failed.
 */
export function onTheWallClock<M>(submission: M, reference: M, scenario: Scenario<M>): void {
  declareTest(
    'holds on the wall clock, too',
    async (context, file) => {
      if (file.hasFailed) context.skip('first make it right in virtual time')
      // Vitest passes on what is known so far before it passes on an annotation.
      if (inject('announces')) await context.annotate(RIGHT_SO_FAR)
      const difference = await compareOnWallClock(submission, reference, scenario)
      if (difference !== undefined) throw sentence(difference)
    },
    5 * PATIENCE,
  )
}

/** What a submission does differently from the reference in time-lapse, as a sentence. */
export async function compareOnWallClock<M>(
  submission: M,
  reference: M,
  scenario: Scenario<M>,
): Promise<string | undefined> {
  const ideal = await play(reference, scenario, virtual())
  // However late a loaded machine is, a run that takes ten times as long will not end.
  const limit = 10 * Math.max(SECOND, makespan(ideal.spans))
  let best = Infinity
  let tooSlow: string | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await play(submission, scenario, timeLapse(), limit)
    const ours = await play(reference, scenario, timeLapse(), limit)
    const difference =
      outcomeDiffers(theirs, ours) ??
      orderDiffers(theirs, ideal) ??
      overlapDiffers(theirs, ideal) ??
      peakDiffers(theirs, ideal) ??
      tooQuick(theirs, ideal)
    if (difference !== undefined) return difference
    best = Math.min(best, lengthOf(theirs))
    tooSlow = tooLate(best, lengthOf(ours))
    if (tooSlow === undefined) return undefined
  }
  return tooSlow
}

/** Runs a scenario once, on a clock of its own that passes its time at `pace`. */
export async function play<M>(
  implementation: M,
  scenario: Scenario<M>,
  pace: Pace,
  limit?: number,
): Promise<Recording> {
  const clock = new Clock(pace, limit)
  const timeline = new Timeline(clock)
  const [outcome] = await Promise.allSettled([
    inStory(clock, timeline, () =>
      guarded(timeline, () => scenario(implementation, timeline), PATIENCE),
    ),
  ])
  return { spans: timeline.spans, outcome }
}

/** What a submission failed with where the reference did not, in words. */
export function failureOf(theirs: Recording, ours: Recording): string | undefined {
  if (theirs.outcome.status === 'rejected' && ours.outcome.status === 'fulfilled') {
    const { reason } = theirs.outcome as { reason: unknown }
    return reason instanceof Error ? reason.message : String(reason)
  }
  return undefined
}

function outcomeDiffers(theirs: Recording, ours: Recording): string | undefined {
  const failure = failureOf(theirs, ours)
  if (failure !== undefined) return failure
  return isDeepStrictEqual(valueOf(theirs), valueOf(ours))
    ? undefined
    : 'On the wall clock the result is another one than in virtual time.'
}

/** What a run came to, to be compared: its value, or its error in words. */
export const valueOf = ({ outcome }: Recording): unknown =>
  outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason)

/** Jobs, calls and marks; a submission's own waits may be cut in any way it likes. */
const named = (spans: readonly Span[]) => spans.filter((span) => span.kind !== 'wait')
const jobs = (spans: readonly Span[]) => spans.filter((span) => span.kind === 'job')

interface Instant {
  name: string
  at: number
}

function instantsOf(spans: readonly Span[]): Map<string, Instant> {
  const instants = new Map<string, Instant>()
  for (const [key, span] of byTurn(named(spans))) {
    instants.set(`${key} start`, { name: `${span.label} started`, at: span.start })
    if (span.kind === 'mark') continue
    instants.set(`${key} end`, { name: `${span.label} settled`, at: span.end ?? Infinity })
  }
  return instants
}

function orderDiffers(theirs: Recording, ideal: Recording): string | undefined {
  const wanted = [...instantsOf(ideal.spans)]
  const found = instantsOf(theirs.spans)
  for (const [key, first] of wanted) {
    const gotFirst = found.get(key)
    if (!gotFirst) return `On the wall clock, ${first.name.replace(/ \w+$/, '')} never started.`
    for (const [otherKey, second] of wanted) {
      const gotSecond = found.get(otherKey)
      if (gotSecond && second.at - first.at >= APART && gotFirst.at > gotSecond.at) {
        return `On the wall clock, ${second.name} before ${first.name}; it should be the other way round.`
      }
    }
  }
  return found.size > wanted.length
    ? 'On the wall clock, more was started than should be.'
    : undefined
}

function overlapDiffers(theirs: Recording, ideal: Recording): string | undefined {
  const found = byTurn(jobs(theirs.spans))
  const wanted = [...byTurn(jobs(ideal.spans))]
  for (const [index, [key, a]] of wanted.entries()) {
    for (const [otherKey, b] of wanted.slice(index + 1)) {
      const [gotA, gotB] = [found.get(key), found.get(otherKey)]
      if (!overlap(a, b) && gotA && gotB && overlapsClearly(gotA, gotB)) {
        return `On the wall clock, ${a.label} and ${b.label} are in flight at the same time; they should not be.`
      }
    }
  }
  return undefined
}

/** Spans by their label and the how-manieth of that label they are, in order of their starts. */
function byTurn(spans: readonly Span[]): Map<string, Span> {
  const turns = new Map<string, number>()
  const keyed = [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span): [string, Span] => {
      const turn = (turns.get(span.label) ?? 0) + 1
      turns.set(span.label, turn)
      return [`${span.label} ${turn}`, span]
    })
  return new Map(keyed)
}

/** By more than a timer that rings early, or a late turn of the loop, can explain. */
const overlapsClearly = (a: Span, b: Span): boolean =>
  Math.min(a.end ?? Infinity, b.end ?? Infinity) - Math.max(a.start, b.start) > APART

function peakDiffers(theirs: Recording, ideal: Recording): string | undefined {
  const most = peakInFlight(jobs(theirs.spans))
  const allowed = peakInFlight(jobs(ideal.spans))
  return most > allowed
    ? `On the wall clock, ${inLetters(most)} are in flight at once instead of ${inLetters(allowed)}.`
    : undefined
}

const lengthOf = ({ spans }: Recording): number =>
  makespan(spans.filter((span) => span.kind === 'call'))

/** Measured against the ideal: noise makes a run longer, and the reference's as well, never shorter. */
function tooQuick(theirs: Recording, ideal: Recording): string | undefined {
  return lengthOf(theirs) < TOO_FAST * lengthOf(ideal)
    ? `On the wall clock it was over after ${inWords(lengthOf(theirs))} of the story instead of ` +
        `${inWords(lengthOf(ideal))}. Something was not awaited.`
    : undefined
}

/** Lengths in story milliseconds. */
function tooLate(theirs: number, ours: number): string | undefined {
  return theirs > TOO_SLOW * ours + SLACK
    ? `On the wall clock it took ${inWords(theirs)} of the story, at best; ` +
        `the reference took ${inWords(ours)}. Something waits that need not.`
    : undefined
}
