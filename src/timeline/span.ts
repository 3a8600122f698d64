import { secondOf, secondsOf } from './seconds.ts'

/** How a span settled; undefined while it is still in flight. */
export type Settled = 'resolved' | 'rejected' | 'aborted'

/**
 * A stretch of story time with a label; a mark is a span of no length. Instants are story
 * milliseconds since the clock was started.
 */
export interface Span {
  readonly label: string
  /**
   * `call`: the exercise's own function; `job`: work that the test provides; `wait`: a timer that
   * the submission set; `mark`: an instant.
   */
  readonly kind: 'call' | 'job' | 'wait' | 'mark'
  readonly start: number
  end: number | undefined
  how: Settled | undefined
  /** A mark at which a signal was aborted, and nobody listened to it. */
  unheard?: boolean
}

/** Two spans that are in flight at the same time; touching is not overlapping. */
export const overlap = (a: Span, b: Span): boolean =>
  secondOf(a.start) < endSecond(b) && secondOf(b.start) < endSecond(a)

/** The story second in which a span ended; a span still in flight has no end. */
export const endSecond = (span: Span): number =>
  span.end === undefined ? Infinity : secondOf(span.end)

/** How many of the spans are in flight at once, at the fullest moment. */
export function peakInFlight(spans: readonly Span[]): number {
  const counts = spans.map(
    (span) =>
      spans.filter((other) => other.start <= span.start && span.start < (other.end ?? Infinity))
        .length,
  )
  return Math.max(0, ...counts)
}

/** Milliseconds from the first start to the last end; Infinity while something is in flight. */
export const makespan = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map((span) => span.end ?? Infinity)) -
  Math.min(...spans.map((span) => span.start))

/** `1 second`, `3 seconds`: a length in words; parts of a second as decimals, and very short ones as `5 ms`. */
export function inWords(ms: number): string {
  if (ms > 0 && ms < 10) return `${Math.round(ms)} ms`
  const count = secondsOf(ms)
  return `${count} second${count === 1 ? '' : 's'}`
}

/** `from second 1 to 4, resolved`: what a reader hears who cannot see the picture. */
export function spanInWords({ start, end, how = 'resolved' }: Span): string {
  const first = secondOf(start)
  if (end === undefined) return `from second ${first}, never ended`
  const last = secondOf(end)
  return last === first ? `at second ${first}` : `from second ${first} to ${last}, ${how}`
}

/** `one`, `two` … `twelve`, then figures. */
export const inLetters = (count: number): string => NUMBERS[count] ?? String(count)

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `a`, `a and b`, `a, b and c`; a long list is cut and counted. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.length > most ? names.slice(0, most - 1) : [...names]
  if (names.length > most) shown.push(`${names.length - shown.length} more`)
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
