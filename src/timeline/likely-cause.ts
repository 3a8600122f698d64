import { endSecond, inLetters, listed, overlap, peakInFlight, type Span } from './span.ts'
import { secondOf } from './seconds.ts'

/** Two recordings, one beside the other. */
export interface Comparison {
  expected: readonly Span[]
  actual: readonly Span[]
  /** Waits of which the expected picture does not speak. */
  hidden?: readonly Span[]
}

/** One look at the two recordings: a likely cause in a sentence, or nothing. */
type Diagnosis = (comparison: Comparison) => string | undefined

/**
 * The likeliest cause for a recording that differs from the expected one. Diagnoses are tried from
 * the most certain to the least; the first that fits speaks.
 */
export function likelyCause(comparison: Comparison): string | undefined {
  for (const diagnose of DIAGNOSES) {
    const cause = diagnose(comparison)
    if (cause !== undefined) return cause
  }
  return undefined
}

/** The one-sentence account of what differs most; the pictures below it show the rest. */
export function whatDiffers(comparison: Comparison): string {
  const call = leftBeforeItsWork(comparison)
  if (call) return call.what
  for (const [wanted, got] of pairs(comparison)) {
    if (!got) return `${wanted.label} never ${wanted.kind === 'mark' ? 'came' : 'started'}.`
    const difference = spanDiffers(wanted, got)
    if (difference) return difference
  }
  const extra = leftOver(comparison)[0]
  return extra ? `${extra.label} ran at second ${secondOf(extra.start)}, once too often.` : ''
}

const isWork = (span: Span) => span.kind === 'job' || span.kind === 'wait'

function leftBeforeItsWork({ expected, actual, hidden = [] }: Comparison) {
  const [call, ...others] = actual.filter((span) => span.kind === 'call')
  const wish = expected.find((span) => span.label === call?.label)
  // With several calls nobody can tell whose work is still running.
  if (!call || others.length > 0 || !wish) return undefined
  if (endSecond(call) >= endSecond(wish)) return undefined
  const running = [...actual, ...hidden].filter(
    (span) =>
      span !== call &&
      isWork(span) &&
      secondOf(span.start) <= endSecond(call) &&
      endSecond(span) > endSecond(call),
  )
  if (running.length === 0) return undefined
  const one = running.length === 1
  const noun = running.every((span) => span.kind === 'wait') ? 'wait' : 'job'
  return {
    what:
      `${call.label} settled at second ${secondOf(call.end ?? 0)} while ${inLetters(running.length)} ` +
      `${noun}${one ? ' was' : 's were'} still running.`,
    cause:
      call.how === 'rejected'
        ? 'a failure ended the wait, and what was started ran on.'
        : `the ${noun}${one ? ' was' : 's were'} started, but nobody awaited ${one ? 'it' : 'them'}.`,
  }
}

function spanDiffers(wanted: Span, got: Span): string | undefined {
  const [start, end] = [secondOf(got.start), endSecond(got)]
  if (start !== secondOf(wanted.start)) {
    const mark = wanted.kind === 'mark' && end === start
    return `${wanted.label} ${mark ? 'came' : 'started'} at second ${start} instead of ${secondOf(wanted.start)}.`
  }
  if (end === Infinity) return `${wanted.label} never settled.`
  if (end !== endSecond(wanted)) {
    return `${wanted.label} ${DID[got.how ?? 'resolved']} at second ${end} instead of ${endSecond(wanted)}.`
  }
  // A span of no length is drawn without its ending.
  if (got.how === wanted.how || end === start) return undefined
  return `${wanted.label} ${DID[got.how ?? 'resolved']} where it should have ${HAVE[wanted.how ?? 'resolved']}.`
}

/** How a span ended, after its label; and the same after "should have". */
const DID = { resolved: 'resolved', rejected: 'rejected', aborted: 'was aborted' } as const
const HAVE = { ...DID, aborted: 'been aborted' } as const

/** Each expected span beside the one of the same label, in order of their starts. */
function pairs({ expected, actual }: Comparison): [Span, Span | undefined][] {
  const left = [...actual].sort((a, b) => a.start - b.start)
  return expected.map((wanted) => {
    const index = left.findIndex((span) => span.label === wanted.label)
    return [wanted, index < 0 ? undefined : left.splice(index, 1)[0]]
  })
}

function leftOver({ expected, actual }: Comparison): Span[] {
  const taken = new Set(pairs({ expected, actual }).map(([, got]) => got))
  return actual.filter((span) => !taken.has(span))
}

const takesTime = (span: Span): boolean => endSecond(span) > secondOf(span.start)

const work = (spans: readonly Span[]) => spans.filter(isWork)

const inTurn: (spans: readonly Span[]) => boolean = (spans) => peakInFlight(work(spans)) === 1

const anyOverlap = (spans: readonly Span[]): boolean =>
  work(spans).some((a, index) =>
    work(spans)
      .slice(index + 1)
      .some((b) => overlap(a, b)),
  )

/** Whether work is in flight together of which no two pieces should be. */
export const isAllAtOnce = ({ expected, actual }: Comparison): boolean =>
  inTurn(expected) && work(expected).length > 1 && anyOverlap(actual)

/** Whether no two pieces of work are in flight together where some should be. */
export const isInTurn = ({ expected, actual }: Comparison): boolean =>
  anyOverlap(expected) && work(actual).filter(takesTime).length > 1 && !anyOverlap(actual)

const DIAGNOSES: Diagnosis[] = [
  (comparison) => leftBeforeItsWork(comparison)?.cause,

  ({ expected, actual }) => {
    const mark = actual.find((span) => span.kind === 'mark' && span.how === 'aborted')
    if (!mark) return undefined
    const late = work(actual).filter((span) => span.start > mark.start)
    const unexpected = late.filter(
      (span) => !work(expected).some((other) => other.label === span.label),
    )
    if (unexpected.length === 0) return undefined
    return `${listed(unexpected.map((span) => span.label))} started after the abort.`
  },

  (comparison) =>
    isAllAtOnce(comparison)
      ? 'they were started all at once; await one before you start the next.'
      : undefined,

  (comparison) =>
    isInTurn(comparison)
      ? 'each job waits for the one before, as an await inside a loop makes it.'
      : undefined,

  ({ expected, actual }) => {
    const [most, allowed] = [peakInFlight(work(actual)), peakInFlight(work(expected))]
    return allowed > 0 && most > allowed
      ? `${inLetters(most)} were in flight at once, and only ${inLetters(allowed)} may be.`
      : undefined
  },

  (comparison) => {
    const all = pairs(comparison).filter(([wanted]) => wanted.kind !== 'mark')
    const never = all.filter(([, got]) => got === undefined)
    if (never.length > 2 && never.length >= all.length - 1) return 'nobody started any of the jobs.'
    return never.length > 0
      ? `the code that should start ${listed(never.map(([wanted]) => wanted.label))} was not reached.`
      : undefined
  },

  ({ expected, actual }) => {
    const call = actual.find((span) => span.kind === 'call')
    const wish = expected.find((span) => span.label === call?.label)
    const busy = Math.max(0, ...work(actual).map(endSecond))
    const worked = work(actual).length > 0
    return worked && call && wish && endSecond(call) > endSecond(wish) && busy < endSecond(call)
      ? `the work was done at second ${busy}, and ${call.label} waited on.`
      : undefined
  },
]
