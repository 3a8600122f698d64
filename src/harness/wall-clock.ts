import { isDeepStrictEqual } from 'node:util'
import { inject } from 'vitest'

import { Failed, type Failure } from './failure.ts'
import { failureBeside, recordOnce, valueOf, type Scenario } from './scenario.ts'
import type { Recording } from './story.ts'
import { inWords, makespan } from '../timeline/span.ts'
import { relationsDiffer, tooClose } from '../timeline/relations.ts'
import { RIGHT_SO_FAR } from './right-so-far.ts'
import { SECOND } from '../timeline/seconds.ts'
import { declareTest } from './test.ts'

/**
 * Rounds that a submission may need until one agrees with the reference: only a difference that
 * shows in every one of them counts, of whatever kind. Three were too few: with more busy processes
 * than cores, two of about a thousand right answers failed.
 */
const ROUNDS = 6
/** Story time beside real time in time-lapse: a story second lasts 20 real milliseconds. */
const RATE = 50
/** A right answer waits, at its best, less than this multiple of what the reference waits. */
const TOO_SLOW = 1.25
/** Story milliseconds (6 real ones) that a late turn of the loop may cost on top, however short the story. */
const SLACK = 300
/** Below this part of the reference's makespan an answer has not done the work. */
const TOO_FAST = 0.75

/**
 * Confirms an exercise on the real event loop, with real timers, a story second lasting 20 ms. The
 * submission and the reference run in turn; their results must be equal, what the reference does
 * one after another must not overlap, instants that lie at least a second of the story apart keep
 * their order, no more are in flight at once, and it waits no more than a quarter longer. Declare it
 * last: it skips itself when a test above it in the same file has failed.
 */
export function onTheWallClock<M>(submission: M, reference: M, scenario: Scenario<M>): void {
  declareTest('holds on the wall clock, too', async (context, file) => {
    if (file.hasFailed) context.skip("first make it right in the story's time")
    // Vitest passes on what is known so far before it passes on an annotation.
    if (inject('announces')) await context.annotate(RIGHT_SO_FAR, RIGHT_SO_FAR)
    const difference = await compareOnWallClock(submission, reference, scenario)
    if (difference !== undefined) throw new Failed({ ...difference, kind: 'wall clock' })
  })
}

/** What a submission does differently from the reference in time-lapse, in every round; there are `rounds`. */
export async function compareOnWallClock<M>(
  submission: M,
  reference: M,
  scenario: Scenario<M>,
  rounds = ROUNDS,
): Promise<Failure | undefined> {
  const ideal = await recordOnce(reference, scenario)
  const unkind = tooClose(ideal.spans)
  if (unkind !== undefined) return { kind: 'wall clock', sentence: unkind }
  // However late a loaded machine is, a run that takes ten times as long will not end.
  const limit = 10 * Math.max(SECOND, makespan(ideal.spans))
  let best = Infinity
  let difference: Failure | undefined
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await recordOnce(submission, scenario, { rate: RATE, limit })
    const ours = await recordOnce(reference, scenario, { rate: RATE, limit })
    best = Math.min(best, waited(theirs))
    difference = whereTheyDiffer(theirs, ours, ideal) ?? tooLate(best, waited(ours))
    if (difference === undefined) return undefined
  }
  return difference
}

function whereTheyDiffer(
  theirs: Recording,
  ours: Recording,
  ideal: Recording,
): Failure | undefined {
  const failure = failureBeside(theirs, ours)
  if (failure) return failure
  if (!isDeepStrictEqual(valueOf(theirs), valueOf(ours))) {
    return onClock("the result is another one than in the story's time.")
  }
  const sentence = relationsDiffer(theirs.spans, ideal.spans) ?? tooQuick(theirs, [ours, ideal])
  return sentence === undefined ? undefined : onClock(sentence)
}

const onClock = (what: string): Failure => ({
  kind: 'wall clock',
  sentence: `On the wall clock, ${what}`,
})

const lengthOf = ({ spans }: Recording): number =>
  makespan(spans.filter((span) => span.kind === 'call'))

/** Story milliseconds that a run took, without those in which the machine had to work: 20,000 timers cost some. */
const waited = (recording: Recording): number => lengthOf(recording) - recording.active * RATE

/** Measured against the longer of the reference's runs: what makes theirs longer makes ours longer, too. */
function tooQuick(theirs: Recording, ours: readonly Recording[]): string | undefined {
  const wanted = Math.max(...ours.map(lengthOf))
  return lengthOf(theirs) < TOO_FAST * wanted
    ? `it was over after ${inWords(lengthOf(theirs))} of the story instead of ` +
        `${inWords(wanted)}. Something was not awaited.`
    : undefined
}

/** What was waited, in story milliseconds. */
function tooLate(theirs: number, ours: number): Failure | undefined {
  return theirs > TOO_SLOW * Math.max(0, ours) + SLACK
    ? onClock(
        `it waited ${inWords(theirs)} of the story, at best; the reference waited ` +
          `${inWords(ours)}. Something waits that need not.`,
      )
    : undefined
}
