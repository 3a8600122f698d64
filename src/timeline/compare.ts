import { likelyCause } from './likely-cause.ts'
import { draw, labelsOf, lastSecond, rowsOf, tidy, widestLabel } from './picture.ts'
import type { Span } from './span.ts'
import { joinPieces } from './waits.ts'
import { whatDiffers, type Comparison } from './what-differs.ts'

/** Two recordings as text, drawn to be set one above the other. */
export interface Pictures {
  expected: string
  yours: string
  /** Columns that the labels take, the two behind them included. */
  margin: number
  /** The story second at which the longer of the two ends. */
  last: number
}

/** How two recordings differ. */
export interface Difference {
  kind: 'picture'
  /** What differs most, in a sentence or two. */
  sentence: string
  pictures: Pictures
  /** The likeliest cause, if the recording shows one. */
  cause?: string
}

/** What a comparison of a recording with a picture found. */
export interface Verdict {
  /** The picture as the test has it, without its margins. */
  picture: string
  expected: readonly Span[]
  actual: readonly Span[]
  /** How the two differ; undefined when they are the same. */
  failure: Difference | undefined
}

/** A recording that was compared with a picture: the picture as the test has it, without margins. */
export interface Drawn {
  picture: string
  spans: Span[]
}

/** What a comparison drew, as data. */
export const drawnIn = ({ picture, actual }: Verdict): Drawn => ({ picture, spans: [...actual] })

/** What was drawn as the two recordings that were compared. */
export const comparisonOf = ({ picture, spans }: Drawn): Comparison => ({
  expected: withKinds(
    rowsOf(picture).map((row) => row.span),
    spans,
  ),
  actual: spans,
})

/**
 * Compares what happened with a picture, as text. Waits count only where the picture has rows
 * called `wait …`, and there a wait may be cut into pieces. `sentence`, in the exercise's own
 * words, stands above the pictures.
 */
export function compare(
  timeline: { spans: readonly Span[]; unheardReasons?: readonly unknown[]; hasSlept?: boolean },
  picture: string,
  words: { sentence?: string } = {},
): Verdict {
  const expected = rowsOf(picture).map((row) => row.span)
  const actual = shownSpans(timeline.spans, expected)
  const compared = { picture: tidy(picture), expected, actual }
  if (draw(actual, labelsOf(picture)) === draw(expected, labelsOf(picture))) {
    return { ...compared, failure: undefined }
  }

  const hidden = timeline.spans.filter((span) => span.kind === 'wait' && !actual.includes(span))
  const shows = actual.some((span) => span.kind === 'wait')
  const wanted = withKinds(expected, actual)
  const comparison: Comparison = {
    expected: wanted,
    actual,
    hidden: shows ? [] : hidden,
    unheard: timeline.unheardReasons?.length,
    onlyTimers:
      timeline.hasSlept === false && ![...wanted, ...actual].some(({ kind }) => kind === 'job'),
  }
  return { ...compared, failure: explain(comparison, words) }
}

/** Compares two recordings, waits aside; returns how they differ, or nothing when they agree. */
export function compareRecordings(
  actual: readonly Span[],
  expected: readonly Span[],
): Difference | undefined {
  const [mine, wanted] = [actual, expected].map((spans) =>
    spans.filter((span) => span.kind !== 'wait').sort((a, b) => a.start - b.start),
  ) as [Span[], Span[]]
  const order = wanted.map((span) => span.label)
  if (draw(mine, order) === draw(wanted, order)) return undefined
  return explain({ expected: wanted, actual: mine })
}

/** The spans of a recording that a picture with these spans speaks of. */
function shownSpans(spans: readonly Span[], expected: readonly Span[]): Span[] {
  const waits = spans.filter((span) => span.kind === 'wait')
  const others = spans.filter((span) => span.kind !== 'wait')
  const wished = expected.filter((span) => span.label.startsWith('wait '))
  return wished.length === 0 ? others : [...others, ...joinPieces(waits, wished)]
}

function explain(comparison: Comparison, words: { sentence?: string } = {}): Difference {
  const cause = likelyCause(comparison)
  return {
    kind: 'picture',
    sentence: [words.sentence, whatDiffers(comparison)].filter(Boolean).join('\n'),
    pictures: picturesOf(comparison),
    ...(cause === undefined ? {} : { cause }),
  }
}

function picturesOf({ expected, actual }: Comparison): Pictures {
  const both = [...expected, ...actual]
  const order = expected.map((span) => span.label)
  // As wide as the titles at least, so that the ruler stands above the columns.
  const width = Math.max(widestLabel(both), 'expected'.length - 2)
  return {
    expected: draw(expected, order, width),
    yours: draw(actual, order, width),
    margin: width + 2,
    last: lastSecond(both),
  }
}

/** A picture's text does not say what a row is; the recording does. */
const withKinds = (expected: readonly Span[], actual: readonly Span[]): Span[] =>
  expected.map((span) => ({
    ...span,
    kind: actual.find((other) => other.label === span.label)?.kind ?? span.kind,
  }))
