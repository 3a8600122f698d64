import { expect, test } from 'vitest'

import { gaveUpFailure } from './endless.ts'

test('a test that takes too long says what it waits for, and names no cause', () => {
  const failure = gaveUpFailure(4_000, 'main (since second 0)', 3)

  expect(failure.kind).toBe('gave up')
  expect(failure.sentence).toContain('after 4 real seconds. Still open: main (since second 0).')
})

test('when timers have rung by the thousands, they are what has no end', () => {
  const failure = gaveUpFailure(4_000, '', 54_321)

  expect(failure.kind).toBe('endless')
  expect(failure.sentence).toContain('54,321 timers had rung by then')
  expect(failure.sentence).not.toContain('outside the story')
})
