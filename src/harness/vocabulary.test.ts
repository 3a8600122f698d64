import { describe, expect, test as plain } from 'vitest'

import { Clock } from '../clock/clock.ts'
import { seconds } from '../timeline/seconds.ts'
import { Failed } from './failure.ts'
import { countOf } from './instants.ts'
import './matchers.ts'
import { endingOf, outcomeOf } from './outcomes.ts'
import './plain-matchers.ts'
import { Timeline } from './timeline.ts'

const burnt = new Error('burnt')
const spilt = new Error('spilt')
const rejected = (reason: unknown) => ({ status: 'rejected' as const, reason })
const resolved = (value: unknown) => ({ status: 'fulfilled' as const, value })
const all = (...errors: unknown[]) => rejected(new AggregateError(errors))

/** What a failing assertion says. */
function saidBy(assertion: () => void): string {
  try {
    assertion()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing'
}

describe('what a call came to', () => {
  plain('has both sides, also where it throws', async () => {
    const call = () => {
      throw burnt
    }

    expect(await outcomeOf(Promise.resolve(1))).toEqual(resolved(1))
    expect(await outcomeOf(call)).toEqual(rejected(burnt))
    expect(await outcomeOf(() => 2)).toEqual(resolved(2))
  })

  plain('is told in words', () => {
    expect(endingOf(resolved(undefined))).toBe('resolved to undefined')
    expect(endingOf(resolved(''))).toBe("resolved to ''")
    expect(endingOf(rejected(burnt))).toBe('rejected with Error: burnt')
    expect(endingOf(all(burnt, 7))).toBe('rejected with AggregateError of [Error: burnt, 7]')
  })

  plain('is told by the harness where it never came', () => {
    const never = new Failed({ kind: 'never settled', sentence: 'main never ended.' })

    expect(() => endingOf(rejected(never))).toThrow(never)
    expect(() => expect(rejected(never)).toRejectWith(burnt)).toThrow(never)
    expect(() => expect(rejected(never)).toRejectWithAll([])).toThrow(never)
    expect(() => expect(rejected(never)).toResolveTo(1)).toThrow(never)
    expect(saidBy(() => expect(rejected(never), 'The guest waits').toRejectSaying('burnt'))).toBe(
      'main never ended.\n\nThe guest waits',
    )
  })
})

describe('an outcome', () => {
  plain('that is right passes', () => {
    expect(resolved({ dish: 'pie' })).toResolveTo({ dish: 'pie' })
    expect(rejected(burnt)).toRejectWith(burnt)
    expect(rejected(undefined)).toRejectWith(undefined)
    expect(rejected(new Error('burnt'))).toRejectSaying('burnt')
    expect(all(burnt, spilt)).toRejectWithAll([burnt, spilt])
    expect(all(spilt, burnt)).toRejectWithAll([burnt, spilt], { inAnyOrder: true })
    expect(all()).toRejectWithAll([])
  })

  plain.each<[string, () => void]>([
    [
      'The guest: it resolved to 1, where it should have resolved to 2.',
      () => expect(resolved(1), 'The guest').toResolveTo(2),
    ],
    [
      'it rejected with Error: burnt, where it should have resolved to 2.',
      () => expect(rejected(burnt)).toResolveTo(2),
    ],
    [
      'it resolved to undefined, where it should have rejected with Error: burnt.',
      () => expect(resolved(undefined)).toRejectWith(burnt),
    ],
    [
      'it rejected with Error: spilt, where it should have rejected with Error: burnt.',
      () => expect(rejected(spilt)).toRejectWith(burnt),
    ],
    [
      'it rejected with another error that says the same, Error: burnt. It has to be that very one.',
      () => expect(rejected(new Error('burnt'))).toRejectWith(burnt),
    ],
    [
      `it rejected with Error: spilt, where it should have rejected with an Error that says "burnt".`,
      () => expect(rejected(spilt)).toRejectSaying('burnt'),
    ],
    [
      `it rejected with 'burnt', where it should have rejected with an Error that says "burnt".`,
      () => expect(rejected('burnt')).toRejectSaying('burnt'),
    ],
    [
      'it was never called, where it should have rejected with Error: burnt.',
      () => expect(undefined).toRejectWith(burnt),
    ],
    [
      'it resolved to 1, where it should have rejected with an AggregateError of Error: burnt.',
      () => expect(resolved(1)).toRejectWithAll([burnt]),
    ],
    [
      'it rejected with Error: burnt, where it should have rejected with an AggregateError of no errors.',
      () => expect(rejected(burnt)).toRejectWithAll([]),
    ],
    ['That is another order.', () => expect(all(spilt, burnt)).toRejectWithAll([burnt, spilt])],
    [
      'They should be: Error: burnt, Error: spilt\nThey are:       Error: burnt',
      () => expect(all(burnt)).toRejectWithAll([burnt, spilt]),
    ],
    [
      'They are:       Error: burnt, Error: burnt',
      () => expect(all(burnt, burnt)).toRejectWithAll([burnt], { inAnyOrder: true }),
    ],
    ['The words are the same', () => expect(all(new Error('burnt'))).toRejectWithAll([burnt])],
  ])('that is wrong fails: %s', (words, assertion) => {
    expect(saidBy(assertion)).toContain(words)
  })
})

describe('that very thing', () => {
  const pie = { dish: 'pie' }

  plain('passes', () => {
    expect(pie).toBeTheVery(pie)
    expect(undefined).toBeTheVery(undefined)
    expect([pie, burnt]).toHoldTheVery([pie, burnt])
  })

  plain.each<[string, () => void]>([
    [
      "this is another one with the same in it, { dish: 'pie' }. It has to be that very one, and no copy.",
      () => expect({ ...pie }).toBeTheVery(pie),
    ],
    ["it is 'soup', where it should be { dish: 'pie' }.", () => expect('soup').toBeTheVery(pie)],
    [
      'it should hold 2 things, number 1 to 2, as they are. It holds number 2, number 1.',
      () => expect([burnt, pie]).toHoldTheVery([pie, burnt]),
    ],
    [
      'it should hold one thing, as they are. It holds a copy, something else.',
      () => expect([{ ...pie }, 1]).toHoldTheVery([pie]),
    ],
    ['It holds nothing.', () => expect([]).toHoldTheVery([pie])],
    ['this is 1, and no list.', () => expect(1).toHoldTheVery([pie])],
  ])('is no other: %s', (words, assertion) => {
    expect(saidBy(assertion)).toContain(words)
  })
})

describe('a plain value', () => {
  plain('passes', () => {
    expect(new Set([1, undefined])).toEqual(new Set([1, undefined]))
    expect({ a: expect.any(Number) as number, b: undefined }).toEqual({
      a: expect.any(Number) as number,
    })
    expect([1, 2]).toContain(2)
    expect([1, 2]).not.toContain(3)
    expect(NaN).toBe(NaN)
    expect(-0).not.toBe(0)
  })

  const stack = 'Error: no\n    at cook (/exercises/a.ts:3:4)\n    at /exercises/a.ts:9:1'
  const thrown = Object.assign(new Error('no'), { stack })
  const list = Array.from({ length: 20 }, (_, index) => index)

  plain.each<[string, () => void]>([
    ['Started: [ 1 ], where it should be [ 1, 3 ].', () => expect([1], 'Started').toEqual([1, 3])],
    ['Size: 1, where it should be 0.', () => expect(1, 'Size').toBe(0)],
    ['1, and it should not be.', () => expect(1).not.toBe(1)],
    ['another one with the same in it, [ 1 ].', () => expect([1]).toBe([1] as never)],
    ['yours     [ 1 ]', () => expect([1]).toEqual(list)],
    ["'b' is missing in [ 'a' ].", () => expect(['a']).toContain('b')],
    ["'a' should not be in [ 'a' ].", () => expect(['a']).not.toContain('a')],
    ['2, where it should be 1.', () => expect('ab').toHaveLength(1)],
    ['2, where it should be less than 2.', () => expect(2).toBeLessThan(2)],
    ['1, where it should be undefined.', () => expect(1).toBeUndefined()],
    ['[ Error: no, Error: no ], where it', () => expect([thrown, thrown]).toEqual(1)],
    ['1, which is no Date.', () => expect(1).toBeInstanceOf(Date)],
  ])('is told in our words: %s', (words, assertion) => {
    expect(saidBy(assertion)).toContain(words)
  })
})

describe('an instant', () => {
  const timeline = new Timeline(new Clock())
  const at = (ms: number) => ({ start: seconds(1), end: ms, how: 'resolved' as const })
  timeline.spans.push(
    { label: 'cook', kind: 'job', ...at(seconds(2.43)) },
    { label: 'cook', kind: 'job', ...at(seconds(5)) },
    { label: 'served', kind: 'mark', ...at(seconds(1)) },
    { label: 'wash', kind: 'job', start: 0, end: undefined, how: undefined },
  )

  plain('passes when it is the right one', () => {
    expect(timeline).toStartAt('cook', seconds(1))
    expect(timeline).toEndAt('cook', seconds(2.43))
    expect(timeline).toEndAt('cook', seconds(2.425), { late: 5 })
    expect(timeline).toStart('cook', 2)
    expect(timeline).toStart('bake', 0)
    expect(countOf(timeline, 'cook')).toBe(2)
  })

  plain.each<[string, () => void]>([
    [
      'cook ended at second 2.43 instead of 2.425.',
      () => expect(timeline).toEndAt('cook', seconds(2.425), { late: 4 }),
    ],
    ['cook ended at second 2.43 instead of 2.5.', () => expect(timeline).toEndAt('cook', 2_500)],
    ['served came at second 1 instead of 0.', () => expect(timeline).toStartAt('served', 0)],
    ['wash never ended.', () => expect(timeline).toEndAt('wash', 0)],
    ['bake never started.', () => expect(timeline).toStartAt('bake', 0)],
    ['cook was started two times instead of once.', () => expect(timeline).toStart('cook', 1)],
    ['bake was started never instead of once.', () => expect(timeline).toStart('bake', 1)],
  ])('is no other: %s', (words, assertion) => {
    expect(saidBy(assertion)).toContain(words)
  })
})

plain('a recording knows what nobody has listened to, and whether the test let time pass', () => {
  const timeline = new Timeline(new Clock())
  expect(timeline).toMatchObject({ unheardReasons: [], hasSlept: false })

  timeline.controller('guest leaves').abort()
  timeline.unheard(burnt)
  void timeline.sleep(seconds(1))

  expect(timeline.spans).toMatchObject([{ label: 'guest leaves', how: 'aborted', unheard: true }])
  expect(timeline).toMatchObject({ unheardReasons: [burnt], hasSlept: true })
})

plain('a signal may be aborted after a while, for a reason', async () => {
  const timeline = new Timeline(new Clock())

  const { signal } = timeline.controller('guest leaves', { after: seconds(2), reason: burnt })
  await timeline.rest()

  expect(signal.reason).toBe(burnt)
  expect(timeline.spans).toMatchObject([{ label: 'guest leaves', start: seconds(2) }])
})

plain('a job takes no notice of what is no signal', async () => {
  const timeline = new Timeline(new Clock())
  const soup = timeline.job('soup', seconds(1))

  const [outcome] = await Promise.all([outcomeOf(soup(burnt as never)), timeline.rest()])

  expect(outcome).toResolveTo('soup')
})
