import { expect, test } from 'vitest'

import { diffRowsOf } from './diff-rows.ts'

const rows = (yours: string, reference: string) =>
  diffRowsOf(yours, reference).map((pair) => [pair.yours, pair.reference, pair.same])

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
  expect(diffRowsOf('a\r\nb\r\n', 'a\nb').every(({ same }) => same)).toBe(true)
})
