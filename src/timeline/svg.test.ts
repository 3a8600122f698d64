import { expect, test } from 'vitest'

import { rowsOf } from './picture.ts'
import { svgOf } from './svg.ts'

const spansOf = (picture: string) => rowsOf(picture).map((row) => row.span)

const spans = spansOf('serve  ===>\nfries  .=x\ncake   .==!\nbell   ...|\nsteak  ..=~')

test('is the same bytes each time, with whole numbers only', () => {
  expect(svgOf('yours', spans)).toBe(svgOf('yours', spans))
  expect(svgOf('yours', spans)).not.toMatch(/="[^"]*\d\.\d/)
})

test('has a row a span, and a reader hears what they say', () => {
  const svg = svgOf('yours', spans)

  expect(svg.match(/class="label"/g)).toHaveLength(5)
  expect(svg).toContain('fries: from second 1 to 3, rejected')
  expect(svg).toContain('steak: from second 2, never ended')
})

test('tells the endings apart without colour', () => {
  const svg = svgOf('yours', spans)

  expect(svg).toContain('url(#hatch)')
  expect(svg).toContain('stroke-dasharray')
  expect(svg.match(/class="bad"/g)).toHaveLength(2)
})

test('follows the dark mode of whoever looks, on paper of its own', () => {
  expect(svgOf('yours', spans)).toContain('prefers-color-scheme: dark')
  expect(svgOf('yours', spans)).toContain('class="paper"')
})

test('text is escaped', () => {
  expect(svgOf('a < b & "c"', [])).toContain('a &#60; b &#38; &#34;c&#34;')
})

test('stays small when something goes on for hours', () => {
  const long = spans.map((span) => ({ ...span, end: 3_600_000 }))

  expect(Number(/width="(\d+)"/.exec(svgOf('yours', long))?.[1])).toBeLessThan(1_400)
})
