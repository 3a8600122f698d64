import { svgOf } from '../../src/timeline/svg.ts'
import { LEGEND_SPANS, LEGEND_TITLE, LEGEND_WORDS } from '../model/legend.ts'
import { literal } from './literal.ts'
import { PRINT, widthOfSvg } from './picture.ts'

/** How to read a timeline, with an example of every ending. */
export function legend(): string {
  const svg = svgOf(LEGEND_TITLE, LEGEND_SPANS, LEGEND_SPANS, { style: PRINT, heading: false })
  const words = LEGEND_WORDS.map((text) => `#text(${literal(text)})`).join('\n\n')
  return `${words}\n\n#picture(${literal(svg)}, ${literal(LEGEND_TITLE)}, ${widthOfSvg(svg)})`
}
