import { lastSecond } from './picture.ts'
import { spanInWords, type Span } from './span.ts'
import { secondOf } from './seconds.ts'

const SECOND_WIDTH = 18
const ROW = 22
const TOP = 46
const MARGIN = 12
/** Pixels of one character of the labels' font, rounded up. */
const CHARACTER = 8
/** Seconds after which a picture is cut, as in the text. */
const WIDEST = 56

/** How a picture is dressed for the place where it is shown. */
export interface Look {
  /** A `<style>` element; an empty text where the page around it has the style. */
  style?: string
  /** The id of the hatching, which has to be unique on a page. */
  hatch?: string
  /** Whether the title is drawn above the picture; it is read out in any case. */
  heading?: boolean
}

/** Pixels that the drawn title takes. */
const HEADING = 24

/**
 * A timeline as an SVG that stands alone: labels, a bar a span, a figure every five seconds, or every one when there are few.
 *
 * Meaning never hangs on colour: a resolved span is solid, a rejected one ends in a cross, an
 * aborted one is hatched and ends in a bar, one that never settled is open at its end. Coordinates
 * are whole numbers, so the same recording gives the same bytes. `frame` lends its order of rows and
 * its measures, so that two pictures fit one below the other.
 */
export function svgOf(
  title: string,
  spans: readonly Span[],
  frame: readonly Span[] = spans,
  { style = STYLE, hatch = 'hatch', heading = true }: Look = {},
): string {
  const rows = sorted(spans, frame)
  const last = Math.min(WIDEST, Math.max(1, lastSecond(spans), lastSecond(frame)))
  const labels = Math.max(
    ...[...rows, ...frame].map((span) => span.label.length),
    'expected'.length,
  )
  const left = MARGIN + labels * CHARACTER + 14
  const width = left + last * SECOND_WIDTH + 2 * MARGIN
  const height = TOP + rows.length * ROW + MARGIN
  const cut = heading ? 0 : HEADING
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${cut} ${width} ${height - cut}" ` +
      `width="${width}" height="${height - cut}" role="img" aria-label="${escape(describe(title, rows))}">`,
    style,
    hatching(hatch),
    `<rect class="paper" width="${width}" height="${height}" rx="6" fill="#ffffff"/>`,
    heading
      ? `<text class="title" x="${MARGIN}" y="20" fill="#1f2328">${escape(title)}</text>`
      : '',
    ...grid(last, left, height),
    ...rows.map((span, index) => row(span, last, left, TOP + index * ROW, hatch)),
    '</svg>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const STYLE = `<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
.title { font-weight: 700 }
.tick { font-size: 11px }
@media (prefers-color-scheme: dark) {
  .paper { fill: #161b22 }
  .title, .label { fill: #e6edf3 }
  .tick { fill: #9198a1 }
  .grid { stroke: #30363d }
  .bar { fill: #4493f8; stroke: #79c0ff }
  .open, .end { stroke: #79c0ff }
  .bad { stroke: #ff7b72 }
  pattern .bar { stroke: none }
}
</style>`

const hatching = (id: string): string =>
  `<defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\n` +
  '<rect width="3" height="6" class="bar" fill="#0969da"/></pattern></defs>'

function grid(last: number, left: number, height: number): string[] {
  const lines: string[] = []
  for (let second = 0; second <= last; second += last < 8 ? 1 : 5) {
    const x = left + second * SECOND_WIDTH
    lines.push(
      `<line class="grid" x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${height - MARGIN}" stroke="#d1d9e0"/>`,
      `<text class="tick" x="${x}" y="${TOP - 12}" text-anchor="middle" fill="#59636e">${second}</text>`,
    )
  }
  return lines
}

function row(span: Span, last: number, left: number, y: number, hatch: string): string {
  const start = Math.min(last, secondOf(span.start))
  const end = span.end === undefined ? last + 1 : Math.min(last + 1, secondOf(span.end))
  const x = left + start * SECOND_WIDTH
  const x2 = Math.max(x, left + end * SECOND_WIDTH)
  const label = `<text class="label" x="${left - 12}" y="${y + 14}" text-anchor="end" fill="#1f2328">${escape(span.label)}</text>`
  return label + (x2 === x ? instant(x, y) : bar(span, x, x2, y, hatch))
}

const instant = (x: number, y: number): string =>
  `<path class="end" d="M${x} ${y + 2}V${y + 18}" stroke="#0550ae" stroke-width="4"/>`

function bar(span: Span, x: number, x2: number, y: number, hatch: string): string {
  const width = x2 - x
  if (span.end === undefined) {
    return (
      `<path class="open" d="M${x2} ${y + 4}H${x}V${y + 16}H${x2}" fill="none" ` +
      `stroke="#0550ae" stroke-width="2" stroke-dasharray="5 3"/>`
    )
  }
  const fill = span.how === 'aborted' ? `fill="url(#${hatch})"` : 'class="bar" fill="#0969da"'
  const body = `<rect ${fill} x="${x}" y="${y + 4}" width="${width}" height="12" rx="2" stroke="#0550ae"/>`
  return body + ending(span, x2, y)
}

function ending(span: Span, x: number, y: number): string {
  if (span.how === 'rejected') {
    return `<path class="bad" d="M${x - 6} ${y + 4}l12 12m0 -12l-12 12" stroke="#cf222e" stroke-width="3"/>`
  }
  if (span.how === 'aborted') {
    return `<path class="bad" d="M${x} ${y + 1}V${y + 19}" stroke="#cf222e" stroke-width="3"/>`
  }
  return ''
}

/** The rows of `spans`, those that `like` has too in its order. */
function sorted(spans: readonly Span[], like: readonly Span[]): Span[] {
  const left = [...spans].sort((a, b) => a.start - b.start)
  const first = like.flatMap(({ label }) => {
    const index = left.findIndex((span) => span.label === label)
    return index < 0 ? [] : left.splice(index, 1)
  })
  return [...first, ...left]
}

/** What a reader hears who cannot see the picture. */
const describe = (title: string, rows: readonly Span[]): string =>
  `Timeline, ${title}. ${rows.map((span) => `${span.label}: ${spanInWords(span)}`).join('; ')}.`

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
