import { rowsOf } from '../../src/timeline/picture.ts'
import { svgOf } from '../../src/timeline/svg.ts'
import type { Picture } from '../model/blocks.ts'
import { literal } from './literal.ts'

/** A drawn timeline with words for those who cannot see it; as text, where no run has drawn it. */
export function picture({ text, title, spans }: Picture): string {
  if (!spans) return `#fence(${literal(NOT_RECORDED)}, ${literal(text)}, ())`
  const frame = rowsOf(text).map((row) => row.span)
  const svg = svgOf(title, spans, frame, { style: PRINT, heading: false })
  const [, alt = title] = /aria-label="([^"]*)"/.exec(svg) ?? []
  return `#picture(${literal(svg)}, ${literal(unescaped(alt))}, ${widthOfSvg(svg)})`
}

/** Pixels that a picture is wide. */
export const widthOfSvg = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1])

/** What stands above a picture that no run has drawn. */
export const NOT_RECORDED = 'On the real clock, so not recorded: the picture as the test has it'

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))

/** Dark bars on white, which a printer without colours can print as well. */
export const PRINT = `<style>
text { font: 13px "DejaVu Sans Mono" }
.tick { font-size: 11px }
.bar { fill: #3d5a6c; stroke: #22333d }
pattern .bar { stroke: none }
.open, .end { stroke: #22333d }
.bad { stroke: #a3202a }
</style>`
