import { expect, test } from 'vitest'

import { draw, labelsOf, rowsOf, ruler, tidy } from './picture.ts'
import type { Span } from './span.ts'

const span = (
  label: string,
  start: number,
  end: number | undefined,
  how: Span['how'] = 'resolved',
): Span => ({
  label,
  kind: 'job',
  start: start * 1_000,
  end: end === undefined ? end : end * 1_000,
  how,
})

test('draws a column a second, and says how each span ended', () => {
  const spans = [
    span('serve', 0, 4),
    span('soup', 0, 1),
    span('fries', 1, 3, 'rejected'),
    span('cake', 1, 4, 'aborted'),
    span('bell', 3, 3),
    { ...span('steak', 2, undefined), how: undefined },
  ]

  expect(
    draw(
      spans,
      spans.map(({ label }) => label),
    ),
  ).toBe(
    tidy(`
      serve  ===>
      soup   >
      fries  .=x
      cake   .==!
      bell   ...|
      steak  ..=~
    `),
  )
})

test('rounds instants to the second', () => {
  expect(draw([{ ...span('job', 0, 3), start: 1_002, end: 2_499 }])).toBe('job  .>')
})

test('follows the order it is given, then the order of starts', () => {
  const spans = [span('c', 2, 3), span('b', 1, 2), span('a', 0, 1), span('b', 0, 1)]

  expect(labelsOf(draw(spans, ['b', 'a', 'b']))).toEqual(['b', 'a', 'b', 'c'])
})

test('shows what never started, so that nothing disappears from the picture', () => {
  expect(draw([span('soup', 0, 1)], ['soup', 'cake'])).toContain('cake  (never)')
})

test('cuts what is longer than a terminal, and counts what is more than a screen', () => {
  const lines = draw(Array.from({ length: 20 }, (_, index) => span(`job ${index}`, 0, 500))).split(
    '\n',
  )

  expect(lines).toHaveLength(17)
  expect(lines[0]).toHaveLength('job 10'.length + 2 + 56)
  expect(lines[0]?.endsWith('+')).toBe(true)
  expect(lines.at(-1)).toBe('(and 4 more)')
})

test('reads its own pictures back', () => {
  const picture = 'serve  ===>\nfries  .=x\ncake   .==!\nbell   ...|\nsteak  ..=~'

  const spans = rowsOf(picture).map((row) => row.span)

  expect(draw(spans, labelsOf(picture))).toBe(picture)
})

test('a picture in a test may be indented as the test is', () => {
  expect(tidy('\n    a  =>\n\n    b  .=>   \n  ')).toBe('a  =>\nb  .=>')
})

test('the ruler counts every five seconds', () => {
  expect(ruler(12)).toBe('0    5    10')
})
