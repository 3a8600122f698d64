import { inLetters, type Span } from '../timeline/span.ts'
import type { Timeline } from './timeline.ts'

/** How many spans of this name a recording holds: how often a job was started, or a mark came. */
export const countOf = ({ spans }: Timeline, label: string): number =>
  spans.filter((span) => span.label === label).length

/**
 * Whether the first span of this name starts, or ends, at `instant`, in story milliseconds; `late`
 * is how many milliseconds later it may be. Undefined when it does, and what is wrong when not.
 */
export function notAt(
  { spans }: Timeline,
  label: string,
  which: 'start' | 'end',
  { instant, late = 0 }: { instant: number; late?: number },
): string | undefined {
  const span = spans.find((one) => one.label === label)
  const at = span?.[which]
  if (at !== undefined && at >= instant && at <= instant + late) return undefined
  if (!span || at === undefined) return `${label} never ${DID[which]}.`
  return `${label} ${did(span, which)} at second ${exactly(at)} instead of ${exactly(instant)}.`
}

const DID = { start: 'started', end: 'ended' } as const

const did = ({ kind }: Span, which: 'start' | 'end'): string =>
  kind === 'mark' ? 'came' : DID[which]

/** Seconds, with as many places as it takes. */
const exactly = (ms: number): string => String(Math.round(ms) / 1_000)

/** Whether a recording holds this many spans of this name; undefined when it does. */
export function notSoOften(timeline: Timeline, label: string, times: number): string | undefined {
  const count = countOf(timeline, label)
  return count === times
    ? undefined
    : `${label} was started ${inTimes(count)} instead of ${inTimes(times)}.`
}

const inTimes = (count: number): string => ['never', 'once'][count] ?? `${inLetters(count)} times`
