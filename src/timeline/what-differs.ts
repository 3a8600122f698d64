import { endSecond, inLetters, type Span } from './span.ts'
import { secondOf } from './seconds.ts'

/** Two recordings, one beside the other. */
export interface Comparison {
  expected: readonly Span[]
  actual: readonly Span[]
  /** Waits of which the expected picture does not speak. */
  hidden?: readonly Span[]
  /** How many rejections nobody has handled; undefined where nobody counts them. */
  unheard?: number | undefined
  /** Whether nothing but the submission's own timers can make time pass. */
  onlyTimers?: boolean
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

export const isWork = (span: Span) => span.kind === 'job' || span.kind === 'wait'

export function leftBeforeItsWork({ expected, actual, hidden = [] }: Comparison) {
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
  const noun = nounFor(running)
  return {
    what:
      `${call.label} ended at second ${secondOf(call.end ?? 0)} while ${inLetters(running.length)} ` +
      `${noun}${one ? ' was' : 's were'} still running.`,
    call,
    running,
  }
}

export const nounFor = (spans: readonly Span[]): string =>
  spans.every((span) => span.kind === 'wait') ? 'wait' : 'job'

function spanDiffers(wanted: Span, got: Span): string | undefined {
  const [start, end] = [secondOf(got.start), endSecond(got)]
  if (start !== secondOf(wanted.start)) {
    const mark = wanted.kind === 'mark' && end === start
    return `${wanted.label} ${mark ? 'came' : 'started'} at second ${start} instead of ${secondOf(wanted.start)}.`
  }
  if (end === Infinity) return `${wanted.label} never ended.`
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
export function pairs({ expected, actual }: Comparison): [Span, Span | undefined][] {
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

export const takesTime = (span: Span): boolean => endSecond(span) > secondOf(span.start)

export const work = (spans: readonly Span[]) => spans.filter(isWork)
