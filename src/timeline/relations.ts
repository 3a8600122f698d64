import { inLetters, inWords, overlap, peakInFlight, type Span } from './span.ts'
import { SECOND } from './seconds.ts'

/** What two recordings made on a real clock may be compared by: never by exact lengths. */

/** Story milliseconds that must lie between two instants before their order means anything. */
const APART = SECOND

/** Jobs, calls and marks; a submission's own waits may be cut in any way it likes. */
const named = (spans: readonly Span[]) => spans.filter((span) => span.kind !== 'wait')
const jobs = (spans: readonly Span[]) => spans.filter((span) => span.kind === 'job')

interface Instant {
  label: string
  did: 'started' | 'ended'
  at: number
}

const inWordsOf = ({ label, did }: Instant): string => `${label} ${did}`

function instantsOf(spans: readonly Span[]): Map<string, Instant> {
  const instants = new Map<string, Instant>()
  for (const [key, span] of byTurn(named(spans))) {
    instants.set(`${key} start`, { label: span.label, did: 'started', at: span.start })
    if (span.kind === 'mark') continue
    instants.set(`${key} end`, { label: span.label, did: 'ended', at: span.end ?? Infinity })
  }
  return instants
}

/** Two instants that a scenario leaves too little time between: its author has to mend it. */
export function tooClose(ideal: readonly Span[]): string | undefined {
  const instants = [...instantsOf(ideal).values()].sort((a, b) => a.at - b.at)
  for (const [index, first] of instants.entries()) {
    const second = instants.slice(index + 1).find(({ at }) => at > first.at + SAME_INSTANT)
    if (!second || second.at - first.at >= APART - SAME_INSTANT) continue
    return (
      `The scenario leaves ${inWords(second.at - first.at)} between two instants: ` +
      `${inWordsOf(first)}, ${inWordsOf(second)}. On a busy machine nobody can tell them apart; leave a second.`
    )
  }
  return undefined
}

/** Story milliseconds that nested timers of no length may cost. */
const SAME_INSTANT = 20

/** What a recording made on a real clock does differently, most telling first; `early` as below. */
export const relationsDiffer = (
  theirs: readonly Span[],
  ideal: readonly Span[],
  early?: number,
): string | undefined =>
  orderDiffers(theirs, ideal, early) ?? overlapDiffers(theirs, ideal) ?? peakDiffers(theirs, ideal)

/**
 * Whether something started or settled in another order than it should. `early`: story milliseconds
 * by which two instants that are meant to lie a second apart may have come closer in `ideal`.
 */
function orderDiffers(
  theirs: readonly Span[],
  ideal: readonly Span[],
  early = SAME_INSTANT,
): string | undefined {
  const wanted = [...instantsOf(ideal)]
  const found = instantsOf(theirs)
  for (const [key, first] of wanted) {
    const gotFirst = found.get(key)
    if (!gotFirst) return `${first.label} never started.`
    for (const [otherKey, second] of wanted) {
      const gotSecond = found.get(otherKey)
      const apart = second.at - first.at >= APART - early
      if (gotSecond && apart && gotFirst.at > gotSecond.at) {
        return `${inWordsOf(second)} before ${inWordsOf(first)}; it should be the other way round.`
      }
    }
  }
  return found.size > wanted.length ? 'more was started than should be.' : undefined
}

/** Whether jobs are in flight together that should not be. */
function overlapDiffers(theirs: readonly Span[], ideal: readonly Span[]): string | undefined {
  const found = byTurn(jobs(theirs))
  const wanted = [...byTurn(jobs(ideal))]
  for (const [index, [key, a]] of wanted.entries()) {
    for (const [otherKey, b] of wanted.slice(index + 1)) {
      const [gotA, gotB] = [found.get(key), found.get(otherKey)]
      if (!overlap(a, b) && gotA && gotB && overlapsClearly(gotA, gotB)) {
        return `${a.label} and ${b.label} run at the same time; they should not.`
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
  Math.min(a.end ?? Infinity, b.end ?? Infinity) - Math.max(a.start, b.start) > APART / 2

/** Whether more are in flight at once than should be. */
function peakDiffers(theirs: readonly Span[], ideal: readonly Span[]): string | undefined {
  const most = peakInFlight(jobs(theirs))
  const allowed = peakInFlight(jobs(ideal))
  return most > allowed
    ? `${inLetters(most)} run at the same time instead of ${inLetters(allowed)}.`
    : undefined
}
