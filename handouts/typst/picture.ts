import type { Span } from '../../src/timeline/span.ts'
import { svgOf } from '../../src/timeline/svg.ts'
import { literal } from './literal.ts'

/** A drawn timeline with words for those who cannot see it. */
export function picture(title: string, spans: readonly Span[], frame: readonly Span[]): string {
  const svg = svgOf(title, spans, frame, { style: PRINT, heading: false })
  const [, alt = title] = /aria-label="([^"]*)"/.exec(svg) ?? []
  const pixels = Number(/ width="(\d+)"/.exec(svg)?.[1])
  return `#picture(${literal(svg)}, ${literal(unescaped(alt))}, ${pixels})`
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))

/** Dark bars on white, which a printer without colours can print as well. */
const PRINT = `<style>
text { font: 13px "DejaVu Sans Mono" }
.tick { font-size: 11px }
.bar { fill: #3d5a6c; stroke: #22333d }
pattern .bar { stroke: none }
.open, .end { stroke: #22333d }
.bad { stroke: #a3202a }
</style>`
