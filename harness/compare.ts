import { likelyCause, whatDiffers, type Comparison } from './likely-cause.ts'
import { draw, labelsOf, lastSecond, rowsOf, ruler, tidy, widestLabel } from './picture.ts'
import type { Span } from './recording.ts'
import { wrap } from './sentence.ts'
import type { Timeline } from './timeline.ts'
import { joinPieces } from './waits.ts'

/** What a comparison of a recording with a picture found; the UI draws it, the terminal prints it. */
export interface Verdict {
  /** The picture as the test has it, without its margins. */
  picture: string
  same: boolean
  expected: readonly Span[]
  actual: readonly Span[]
  cause: string | undefined
  message: string
}

/** A failed comparison as data: both pictures as text, and the likeliest cause. */
export interface Pictures {
  expected: string
  yours: string
  cause?: string
}

/** A recording that was compared with a picture: the picture as the test has it, without margins. */
export interface Drawn {
  picture: string
  spans: Span[]
}

/** What a comparison drew, as data. */
export const drawnIn = ({ picture, actual }: Verdict): Drawn => ({ picture, spans: [...actual] })

/** The text of what a comparison compared. */
export function picturesOf({ expected, actual, cause }: Verdict): Pictures {
  const order = expected.map((span) => span.label)
  const pictures = { expected: draw(expected, order), yours: draw(actual, order) }
  return cause === undefined ? pictures : { ...pictures, cause }
}

/**
 * Compares what happened with a picture, as text. Waits count only where the picture has rows
 * called `wait …`, and there a wait may be cut into pieces. `sentence`, in the exercise's own
 * words, stands above the pictures; `cause` replaces the likely cause found in the recording.
 */
export function compare(
  timeline: Pick<Timeline, 'spans'>,
  picture: string,
  words: { sentence?: string; cause?: string } = {},
): Verdict {
  const expected = rowsOf(picture).map((row) => row.span)
  const actual = shownSpans(timeline.spans, expected)
  const drawn = draw(actual, labelsOf(picture))
  const wanted = draw(expected, labelsOf(picture))
  const same = drawn === wanted
  const compared = { picture: tidy(picture), same, expected, actual }
  if (same) return { ...compared, cause: undefined, message: '' }

  const hidden = timeline.spans.filter((span) => span.kind === 'wait' && !actual.includes(span))
  const shows = actual.some((span) => span.kind === 'wait')
  const comparison = {
    expected: withKinds(expected, actual),
    actual,
    hidden: shows ? [] : hidden,
  }
  const cause = words.cause ?? likelyCause(comparison)
  return { ...compared, cause, message: explain(comparison, words.sentence, cause) }
}

/** Compares two recordings, waits aside; returns the explanation, or nothing when they agree. */
export function compareRecordings(
  actual: readonly Span[],
  expected: readonly Span[],
): string | undefined {
  const [mine, wanted] = [actual, expected].map((spans) =>
    spans.filter((span) => span.kind !== 'wait').sort((a, b) => a.start - b.start),
  ) as [Span[], Span[]]
  const order = wanted.map((span) => span.label)
  if (draw(mine, order) === draw(wanted, order)) return undefined
  const comparison = { expected: wanted, actual: mine }
  return explain(comparison, undefined, likelyCause(comparison))
}

/** The spans of a recording that a picture with these spans speaks of. */
function shownSpans(spans: readonly Span[], expected: readonly Span[]): Span[] {
  const waits = spans.filter((span) => span.kind === 'wait')
  const others = spans.filter((span) => span.kind !== 'wait')
  const wished = expected.filter((span) => span.label.startsWith('wait '))
  return wished.length === 0 ? others : [...others, ...joinPieces(waits, wished)]
}

function explain(
  comparison: Comparison,
  sentence: string | undefined,
  cause: string | undefined,
): string {
  const { expected, actual } = comparison
  const order = expected.map((span) => span.label)
  const both = [...expected, ...actual]
  // As wide as the titles at least, so that the ruler stands above the columns.
  const width = Math.max(widestLabel(both), 'expected'.length - MARGIN.length)
  const block = (title: string, spans: readonly Span[]) => [
    `${title.padEnd(MARGIN.length + width)}  ${ruler(lastSecond(both))}`,
    ...draw(spans, order, width)
      .split('\n')
      .map((row) => MARGIN + row),
  ]
  return [
    ...(sentence ? [wrap(sentence)] : []),
    wrap(whatDiffers(comparison)),
    '',
    ...block('expected', expected),
    '',
    ...block('yours', actual),
    ...(cause ? ['', wrap(`Likely cause: ${cause}`)] : []),
  ].join('\n')
}

/** A picture's text does not say what a row is; the recording does. */
const withKinds = (expected: readonly Span[], actual: readonly Span[]): Span[] =>
  expected.map((span) => ({
    ...span,
    kind: actual.find((other) => other.label === span.label)?.kind ?? span.kind,
  }))

/** What a picture is moved in below its title. */
const MARGIN = '  '
