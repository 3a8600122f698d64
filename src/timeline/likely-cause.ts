import { endSecond, inLetters, listed, overlap, peakInFlight, type Span } from './span.ts'
import { secondOf } from './seconds.ts'
import {
  isWork,
  leftBeforeItsWork,
  nounFor,
  pairs,
  takesTime,
  work,
  type Comparison,
} from './what-differs.ts'

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

/**
 * What a call has not waited for, where the recording shows more than that it has left too soon.
 * Whoever waits for several things may go on with the first of them: that nobody waited for the
 * others, no recording shows.
 */
function whyLeft({ call, running }: Left, actual: readonly Span[]): string | undefined {
  const last = work(actual).find(
    (span) => span.end === call.end && running.every(({ start }) => start < (call.end ?? 0)),
  )
  if (last && takesTime(last)) {
    return last.how === 'rejected'
      ? `when ${last.label} had failed, ${call.label} did not wait for the rest.`
      : `${call.label} ended together with ${last.label}, and did not wait for the rest.`
  }
  const isOlder = ({ start }: Span) => secondOf(start) < endSecond(call)
  if (call.how === 'rejected' || running.some(isOlder)) return undefined
  if (running.every((span) => span.kind === 'wait' && !actual.includes(span))) {
    return `a timer was set, but ${call.label} did not wait for it. An await needs a promise that the timer resolves.`
  }
  const them = running.length === 1 ? 'it' : 'any of them'
  return `${nounOf(running)} started, but ${call.label} did not wait for ${them}.`
}

/** What was started: `the jobs were`. */
const nounOf = (spans: readonly Span[]): string =>
  `the ${nounFor(spans)}${spans.length === 1 ? ' was' : 's were'}`

type Left = NonNullable<ReturnType<typeof leftBeforeItsWork>>

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

/** The call, and how it should have gone; with several calls nobody can tell whose work is whose. */
function soleCall({ expected, actual }: Comparison): { call: Span; wish: Span } | undefined {
  const [call, ...others] = actual.filter((span) => span.kind === 'call')
  const wish = expected.find((span) => span.label === call?.label)
  return call && wish && others.length === 0 ? { call, wish } : undefined
}

/** A span that has its end later than it should, or none at all. */
const isLate = (got: Span, wanted: Span): boolean => endSecond(got) > endSecond(wanted)

/** How a sentence calls a piece of work: the submission's own waits have no name that it knows. */
const nameOf = ({ kind, label }: Span): string => (kind === 'wait' ? 'the wait' : label)

const waitsIn = ({ actual, hidden = [] }: Comparison): Span[] =>
  [...actual, ...hidden].filter((span) => span.kind === 'wait')

const noTimer: Diagnosis = (comparison) => {
  const { expected, actual, onlyTimers = false } = comparison
  if (waitsIn(comparison).length > 0) return undefined
  const wantsTime = onlyTimers
    ? soleCall(comparison)
    : expected.find((span) => span.kind === 'wait' && takesTime(span))
  const waited = actual.some((span) => span.kind === 'call' && takesTime(span))
  return wantsTime && !waited ? 'nothing takes any time yet: no timer was set.' : undefined
}

/** A timer of 3 milliseconds where 3 seconds are wanted. */
const countsInSeconds: Diagnosis = (comparison) => {
  const wanted = comparison.expected
    .filter(({ kind }) => kind === 'wait' || comparison.onlyTimers)
    .map((span) => endSecond(span) - secondOf(span.start))
  const lengths = waitsIn(comparison).map(({ start, end = Infinity }) => end - start)
  const count = wanted.find((length) => length > 0 && lengths.includes(length))
  if (count === undefined) return undefined
  const are = count === 1 ? 'second is' : 'seconds are'
  return (
    `a timer rang after ${count} ms. Timers count in milliseconds: ` +
    `${count} ${are} ${count}_000 of them.`
  )
}

const nobodyListened: Diagnosis = ({ expected, actual }) => {
  const abort = actual.find((span) => span.kind === 'mark' && span.unheard)
  const deaf = expected.some((wanted) => {
    const got = actual.find(({ kind, label }) => kind === 'call' && label === wanted.label)
    const ends = abort && endSecond(wanted) === secondOf(abort.start)
    return ends && got && got.start < abort.start && isLate(got, wanted)
  })
  return deaf ? `nobody was listening to the signal when it was aborted.` : undefined
}

const times = (spans: readonly Span[], { label, kind }: Span): number =>
  spans.filter((span) => span.label === label && span.kind === kind).length

/** Whether jobs have run that the picture does not know: of others than these then nothing is proven. */
const ranOthers = ({ expected, actual }: Comparison): boolean =>
  actual.some((span) => span.kind === 'job' && times(expected, span) === 0)

const startedAgain: Diagnosis = ({ expected, actual }) => {
  const twice = actual.find(
    (span) =>
      (span.kind === 'job' || span.kind === 'mark') &&
      times(expected, span) > 0 &&
      times(actual, span) > times(expected, span),
  )
  if (!twice) return undefined
  const did = twice.kind === 'mark' ? 'came' : 'was started'
  return times(expected, twice) === 1
    ? `${twice.label} ${did} again, and once is enough.`
    : `${twice.label} ${did} ${inLetters(times(actual, twice))} times instead of ${inLetters(times(expected, twice))}.`
}

const notStopped: Diagnosis = (comparison) => {
  const ranOn = pairs(comparison).filter(
    ([wanted, got]) =>
      wanted.how === 'aborted' &&
      got?.how !== 'aborted' &&
      got !== undefined &&
      isWork(got) &&
      isLate(got, wanted),
  )
  const [first] = ranOn
  if (!first) return undefined
  if (ranOn.every(([, got]) => got?.kind === 'wait')) {
    return 'a timer that nobody clears runs on to its end.'
  }
  const names = listed(ranOn.map(([wanted]) => wanted.label))
  const aborted = comparison.actual.some(
    ({ kind, how, start }) =>
      kind === 'mark' && how === 'aborted' && secondOf(start) <= endSecond(first[0]),
  )
  if (aborted) return `the abort did not reach ${names}: whoever is to hear of it needs the signal.`
  // Whoever waits for it, or never starts the others, has another trouble first.
  const end = soleCall(comparison)?.call.end
  const isSecondary =
    pairs(comparison).some(([, got]) => !got) || ranOn.some(([, got]) => got?.end === end)
  if (isSecondary) return undefined
  return `nobody stopped ${names}. What is to be stopped needs a signal, and somebody who aborts it.`
}

/** A call that waits for ever, although its last timer has been cleared. */
const clearedTimer: Diagnosis = (comparison) => {
  const sole = soleCall(comparison)
  if (!sole || sole.call.end !== undefined || sole.wish.end === undefined) return undefined
  const all = [...waitsIn(comparison), ...work(comparison.actual)]
  const last = all.sort((a, b) => (b.end ?? Infinity) - (a.end ?? Infinity))[0]
  return last?.kind === 'wait' && last.how === 'aborted'
    ? 'a cleared timer never rings: whoever waits for it waits for ever.'
    : undefined
}

const failureKept: Diagnosis = (comparison) => {
  const sole = soleCall(comparison)
  if (sole?.wish.how !== 'rejected' || sole.wish.kind === 'mark') return undefined
  const { call, wish } = sole
  const failed = comparison.actual.find(
    (span) => span.kind === 'job' && span.how === 'rejected' && endSecond(span) === endSecond(wish),
  )
  if (!failed) return undefined
  if (call.end === undefined) {
    return `the failure of ${failed.label} was not passed on, and ${call.label} still waits.`
  }
  const caught = comparison.unheard === 0 && call.how === 'resolved'
  return caught && call.end >= (failed.end ?? Infinity)
    ? `somebody caught the failure of ${failed.label} and kept it.`
    : undefined
}

/** Marks that should come one by one, and come together when the last job is over. */
const waitsForSlowest: Diagnosis = (comparison) => {
  if (!soleCall(comparison)) return undefined
  const marks = pairs(comparison).filter(([wanted]) => wanted.kind === 'mark')
  const slowest = work(comparison.actual).sort((a, b) => endSecond(b) - endSecond(a))[0]
  if (slowest?.end === undefined) return undefined
  const together = marks.every(([, got]) => got?.start === slowest.end)
  const seconds = new Set(marks.map(([wanted]) => wanted.start))
  return together && seconds.size > 1
    ? `nothing came before ${nameOf(slowest)} was over, and that is the slowest.`
    : undefined
}

/** A job that runs already when the call comes that should start it. */
const startedBefore: Diagnosis = (comparison) => {
  const sole = soleCall(comparison)
  if (!sole) return undefined
  const early = pairs(comparison).find(
    ([wanted, got]) =>
      got?.kind === 'job' && wanted.start >= sole.wish.start && got.start < sole.call.start,
  )
  return early
    ? `${early[0].label} was started before ${sole.call.label} was. Calling an async function starts it.`
    : undefined
}

const tooSoon: Diagnosis = (comparison) => {
  const all = [...waitsIn(comparison), ...work(comparison.actual)]
  for (const [wanted, got] of pairs(comparison)) {
    if (wanted.kind !== 'mark' || !got || secondOf(got.start) >= secondOf(wanted.start)) continue
    const running = all.find(
      (span) => endSecond(span) === secondOf(wanted.start) && span.start <= got.start,
    )
    if (running) {
      return (
        `${got.label} came before ${nameOf(running)} was over. ` +
        'Only what stands after the await comes later.'
      )
    }
  }
  return undefined
}

/** Something that came or settled late, at the very moment at which a job, or the only wait, was over. */
const onlyAfter: Diagnosis = (comparison) => {
  const [wait, ...waits] = waitsIn(comparison)
  const jobs = comparison.actual.filter((span) => span.kind === 'job' && takesTime(span))
  const done = wait && waits.length === 0 ? [...jobs, wait] : jobs
  for (const [wanted, got] of soleCall(comparison) ? pairs(comparison) : []) {
    if (!got || isWork(got) || got.end === undefined || !isLate(got, wanted)) continue
    // One of several that is missing would be taken for another one.
    if (times(comparison.actual, got) < times(comparison.expected, got)) continue
    const before = done.find(
      (span) => span.end === got.end && (got.kind === 'mark' || span !== wait),
    )
    const did = got.kind === 'mark' ? 'came' : 'ended'
    if (before)
      return `${got.label} ${did} only when ${nameOf(before)} was over.${unheardUntil(got.end, comparison)}`
  }
  return undefined
}

/** What has failed before `end` without anybody listening, as one more sentence. */
function unheardUntil(end: number, { actual, unheard = 0 }: Comparison): string {
  const failed = actual.find(
    (span) => isWork(span) && span.how === 'rejected' && (span.end ?? end) < end,
  )
  return failed && unheard > 0
    ? ` ${failed.label} failed meanwhile, and nobody was listening: that alone ends a Node process.`
    : ''
}

const DIAGNOSES: Diagnosis[] = [
  (comparison) => {
    const left = leftBeforeItsWork(comparison)
    return left && whyLeft(left, comparison.actual)
  },

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

  nobodyListened,
  startedBefore,
  noTimer,
  countsInSeconds,
  startedAgain,

  (comparison) =>
    isAllAtOnce(comparison)
      ? 'some ran at the same time; await one before you start the next.'
      : undefined,

  (comparison) =>
    isInTurn(comparison)
      ? 'each job waits for the one before, as an await inside a loop makes it.'
      : undefined,

  (comparison) => {
    const { expected, actual } = comparison
    const [most, allowed] = [peakInFlight(work(actual)), peakInFlight(work(expected))]
    return !ranOthers(comparison) && allowed > 0 && most > allowed
      ? `${inLetters(most)} ran at the same time, and only ${inLetters(allowed)} may be.`
      : undefined
  },

  notStopped,
  clearedTimer,
  failureKept,
  waitsForSlowest,
  tooSoon,

  (comparison) => {
    const all = pairs(comparison).filter(([wanted]) => wanted.kind !== 'mark')
    const never = all.filter(([, got]) => got === undefined)
    const none = !ranOthers(comparison) && never.length > 2 && never.length >= all.length - 1
    return none ? 'nobody started any of the jobs.' : undefined
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

  onlyAfter,
]
