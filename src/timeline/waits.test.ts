import { expect, test } from 'vitest'

import type { Span } from './span.ts'
import { joinPieces } from './waits.ts'

const wait = (start: number, end: number): Span => ({
  label: `wait ${(end - start) / 1_000}`,
  kind: 'wait',
  start,
  end,
  how: 'resolved',
})

const ends = (spans: Span[]) => spans.map((span) => [span.start, span.end])

test('puts the pieces of a wait together', () => {
  const pieces = [wait(0, 1_000), wait(1_000, 2_000), wait(2_000, 4_000)]

  expect(ends(joinPieces(pieces, [wait(0, 1_000), wait(1_000, 4_000)]))).toEqual([
    [0, 1_000],
    [1_000, 4_000],
  ])
})

test('puts very small pieces together, although each costs a millisecond', () => {
  const pieces = Array.from({ length: 10 }, (_, index) => wait(index * 401, index * 401 + 400))

  expect(joinPieces(pieces, [wait(0, 4_000)])).toHaveLength(1)
})

test('leaves waits alone that make up nothing', () => {
  const waits = [wait(0, 1_000), wait(0, 3_000)]

  expect(joinPieces(waits, [wait(0, 1_000), wait(1_000, 4_000)])).toHaveLength(2)
  expect(ends(joinPieces(waits, [wait(0, 1_000), wait(1_000, 4_000)]))).toContainEqual([0, 3_000])
})

test('uses every piece once', () => {
  expect(joinPieces([wait(0, 2_000)], [wait(0, 2_000), wait(0, 2_000)])).toHaveLength(1)
})

test('a wait of no length counts for nothing', () => {
  expect(joinPieces([wait(0, 0), wait(0, 1_000)], [wait(0, 1_000)])).toHaveLength(1)
})
