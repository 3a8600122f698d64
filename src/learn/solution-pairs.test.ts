import { expect, test } from 'vitest'

import { pairsOf } from './solution-pairs.ts'

const rows = (yours: string, reference: string) =>
  pairsOf(yours, reference).map((pair) => [pair.yours, pair.reference, pair.same])

test('what replaces lines stands beside them', () => {
  expect(rows('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
    ['a', 'a', true],
    ['b', 'x', false],
    [undefined, 'y', false],
    ['c', 'c', true],
  ])
})

test('what only one of them has stands alone', () => {
  expect(rows('a\nb', 'b')).toEqual([
    ['a', undefined, false],
    ['b', 'b', true],
  ])
})

test('line ends make no difference', () => {
  expect(pairsOf('a\r\nb\r\n', 'a\nb').every(({ same }) => same)).toBe(true)
})
