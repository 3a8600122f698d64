import { expect, test } from 'vitest'

import { after, notBegun, type PlayEvent } from './state.ts'

const begun = notBegun({ title: '1.1 Hello world', speed: 1, real: false, promised: 1_000 })
const wait = { label: 'wait 1', kind: 'wait', start: 0, end: undefined, how: undefined } as const
const rung = { ...wait, end: 1_000, how: 'resolved' } as const

const playOf = (...events: PlayEvent[]) => events.reduce(after, begun)

test('events make a play, and change none that was there before', () => {
  const before = playOf({ kind: 'begun', at: 0 }, { kind: 'span', at: 0, index: 0, span: wait })
  const play = [
    { kind: 'span', at: 1_000, index: 0, span: rung } as const,
    { kind: 'printed', at: 1_000, text: 'World' } as const,
    { kind: 'ended', at: 1_000 } as const,
  ].reduce(after, before)

  expect(before).toMatchObject({ phase: 'running', spans: [wait], printed: [], at: 0 })
  expect(play).toMatchObject({
    spans: [rung],
    printed: [{ text: 'World', at: 1_000 }],
    ended: 1_000,
  })
})

test('after its end nothing changes any more', () => {
  const failed = playOf({ kind: 'failed', at: 3_000, problem: 'It burns.' })

  expect(after(failed, { kind: 'printed', at: 4_000, text: 'late' })).toBe(failed)
  expect(failed).toMatchObject({ phase: 'failed', problem: 'It burns.', at: 3_000 })
})
