import { isDeepStrictEqual } from 'node:util'

import { failureOf } from './explained.ts'
import type { Failure } from './failure.ts'
import { failureBeside, valueOf } from './scenario.ts'
import type { Recording } from './story.ts'
import type { RealRecording } from './real-run.ts'
import { listed } from '../timeline/span.ts'
import { relationsDiffer } from '../timeline/relations.ts'
import { describe } from './sentence.ts'

/** A right answer takes less than this multiple of what the reference takes in the same round. */
const TOO_SLOW = 1.25
/** Real milliseconds that a late turn of the loop may cost on top, however short the story. */
const SLACK = 25
/** Below this part of the reference's makespan an answer has not done the work. */
const TOO_FAST = 0.75
/** A right answer lets the loop stand still for less than this part of what the one that blocks does. */
const STANDSTILL = 0.5
/** Real milliseconds that only a machine stands still, and none of our own implementations. */
const PAUSE = 2_000
/** Story milliseconds by which the timers of two instants a second apart may ring too close together. */
const EARLY = 100

/** What one round has recorded. */
export interface Round {
  theirs: RealRecording
  ours: RealRecording
  blocked: RealRecording | undefined
}

/** What went differently in one round, what tells most first. */
export function whereTheyDiffer(round: Round): Failure | undefined {
  const { theirs, ours } = round
  return (
    withoutEnd(theirs) ??
    failureBeside(theirs, ours) ??
    resultDiffers(theirs, ours) ??
    stoodStill(round) ??
    storyDiffers(theirs, ours) ??
    leftOpen(round)
  )
}

const onRealClock = (sentence: string): Failure => ({ kind: 'real clock', sentence })

/** Patience says that it was over; what was awaited says more. */
function withoutEnd({ outcome, spans }: Recording): Failure | undefined {
  if (outcome.status === 'fulfilled' || failureOf(outcome.reason).kind !== 'gave up')
    return undefined
  const open = spans.filter(({ end }) => end === undefined).map(({ label }) => label)
  const who = open.length === 0 ? 'The test' : listed([...new Set(open)])
  return {
    kind: 'never settled',
    sentence:
      `${who} never came to an end, long after the reference had.\n` +
      'Somewhere a promise is awaited that nobody resolves or rejects. Listen to every way in which ' +
      'it can end: a result, an error, an end without either.',
  }
}

function resultDiffers(theirs: Recording, ours: Recording): Failure | undefined {
  const [got, wanted] = [valueOf(theirs), valueOf(ours)]
  return isDeepStrictEqual(got, wanted)
    ? undefined
    : onRealClock(`It came to ${describe(got)} instead of ${describe(wanted)}.`)
}

/**
 * Whether the event loop stood still as it does under the implementation that blocks. Where the
 * machine has kept the reference waiting for as long, what it worked meanwhile has to tell.
 */
function stoodStill({ theirs, ours, blocked }: Round): Failure | undefined {
  if (!blocked) return undefined
  const [most, mostWork] = [STANDSTILL * blocked.gap.real, STANDSTILL * blocked.gap.work]
  const paused = Math.max(ours.gap.real, blocked.gap.real) > PAUSE
  if (theirs.gap.real <= most && !paused) return undefined
  if (ours.gap.real > most || paused) {
    return theirs.gap.work > mostWork ? onRealClock(NO_MEASURE) : undefined
  }
  return {
    kind: 'blocking',
    sentence:
      `The event loop stood still for ${inMs(theirs.gap.real)}: nobody else was served meanwhile, and ` +
      `no timer could ring. The reference keeps it waiting for ${inMs(ours.gap.real)} at most.\n` +
      'Let the loop turn every few milliseconds, with setImmediate (an await of something that is ' +
      'ready lets no timer in), or have the work done in another thread.',
  }
}

const NO_MEASURE =
  'The event loop stood still for the reference, too, as long as for what is known to block it. ' +
  'Either the machine is too busy to tell, or the test has nothing in it that blocks.'

function storyDiffers(theirs: RealRecording, ours: RealRecording): Failure | undefined {
  const what = relationsDiffer(theirs.spans, ours.spans, EARLY)
  return what === undefined
    ? lengthDiffers(theirs.length, ours.length)
    : onRealClock(`On the real clock, ${what}`)
}

/** Real milliseconds that the calls took; without any, there is nothing to compare. */
function lengthDiffers(theirs: number, ours: number): Failure | undefined {
  const said = `It took ${inMs(theirs)} in all, and the reference took ${inMs(ours)}.`
  if (theirs < TOO_FAST * ours) {
    return onRealClock(`${said} Something was not awaited, or not done.`)
  }
  return theirs > TOO_SLOW * ours + SLACK
    ? onRealClock(`${said} Something waits that need not, or is done too often.`)
    : undefined
}

function leftOpen({ theirs, ours }: Round): Failure | undefined {
  const left = theirs.left.filter((what) => !ours.left.includes(what))
  if (left.length === 0) return undefined
  return {
    kind: 'leftover',
    sentence:
      `When all was over, ${listed(left)} ${left.length === 1 ? 'was' : 'were'} still there, and a ` +
      'program does not end before that has ended.\n' +
      'Whoever opens or starts something ends it, however the work turns out.',
  }
}

const inMs = (ms: number): string => `${Math.round(ms)} ms`
