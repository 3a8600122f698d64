import { describe, expect, test } from 'vitest'

import { likelyCause } from './likely-cause.ts'
import { rowsOf } from './picture.ts'
import type { Span } from './span.ts'
import type { Comparison } from './what-differs.ts'

/** A recording drawn as a picture; the first row is the exercise's own call. */
const recording = (picture: string): Span[] =>
  rowsOf(picture).map(({ span }, index) =>
    index === 0 && span.kind !== 'wait' ? { ...span, kind: 'call' } : span,
  )

/** The cause that is found where `yours` was recorded and `wanted` is right. */
const causeIn = (yours: string, wanted: string, more: Partial<Comparison> = {}) =>
  likelyCause({ expected: recording(wanted), actual: recording(yours), ...more })

/** A wait of so many milliseconds, set at once. */
const wait = (ms: number, how: Span['how'] = 'resolved'): Span => ({
  label: `wait ${ms / 1_000}`,
  kind: 'wait',
  start: 0,
  end: ms,
  how,
})

/** The customer leaves after so many seconds. */
const leaves = (second: number, more: Partial<Span> = {}): Span => ({
  label: 'customer leaves',
  kind: 'mark',
  start: second * 1_000,
  end: second * 1_000,
  how: 'aborted',
  ...more,
})

describe('no timer was set', () => {
  const words = 'nothing takes any time yet: no timer was set.'

  test('where the picture has waits, or nothing else can take time', () => {
    expect(causeIn('main  |', 'main  =>\nwait 2  =>')).toBe(words)
    expect(causeIn('main  |\nHello  |', 'main  >\nHello  |', { onlyTimers: true })).toBe(words)
  })

  test('is not said where the test itself lets time pass, or a timer was set', () => {
    expect(causeIn('main  |', 'main  =>')).toBeUndefined()
    expect(causeIn('main  |', 'main  =>', { onlyTimers: false })).toBeUndefined()
    expect(causeIn('main  |', 'main  =>', { onlyTimers: true, hidden: [wait(9)] })).not.toBe(words)
    expect(causeIn('main  =>', 'main  ==>', { onlyTimers: true })).not.toBe(words)
  })
})

describe('timers count in milliseconds', () => {
  const words =
    'a timer rang after 3 ms. Timers count in milliseconds: 3 seconds are 3_000 of them.'

  test('where a timer had as many milliseconds as the wait should have seconds', () => {
    const expected = recording('main  ==>\nwait 3  ==>')

    expect(likelyCause({ expected, actual: [...recording('main  |'), wait(3)] })).toBe(words)
    expect(causeIn('main  |', 'main  ==>', { onlyTimers: true, hidden: [wait(3)] })).toBe(words)
    expect(causeIn('main  |', 'main  >', { onlyTimers: true, hidden: [wait(1)] })).toContain(
      '1 second is 1_000 of them',
    )
  })

  test('is not said of a timer that is short in another way', () => {
    const expected = recording('main  ==>\nwait 3  ==>')

    expect(likelyCause({ expected, actual: [...recording('main  |'), wait(300)] })).toBeUndefined()
    expect(causeIn('main  |', 'main  ==>', { hidden: [wait(3)] })).toBeUndefined()
  })
})

describe('nobody was listening to the signal', () => {
  const words = 'nobody was listening to the signal when it was aborted.'
  const expected = [...recording('sleep  =x'), leaves(2)]

  test('where the call should have ended with it, and did not', () => {
    const late = [...recording('sleep  ====>'), leaves(2, { unheard: true })]
    const never = [...recording('sleep  ====~'), leaves(2, { unheard: true })]

    expect(likelyCause({ expected, actual: late })).toBe(words)
    expect(likelyCause({ expected, actual: never })).toBe(words)
  })

  test('is not said where somebody did, or the call was over in time', () => {
    const heard = [...recording('sleep  ====>'), leaves(2)]
    const early = [...recording('sleep  =>'), leaves(2, { unheard: true })]

    expect(likelyCause({ expected, actual: heard })).toBeUndefined()
    expect(likelyCause({ expected, actual: early })).toBeUndefined()
  })
})

describe('nobody started any of the jobs, or too many ran at once', () => {
  const wanted = 'main  =>\nload 1, 2  =>\nload 3, 4  =>\nload 5  =>'

  test('where no job has run, or the jobs of the picture have', () => {
    expect(causeIn('main  =>', wanted)).toBe('nobody started any of the jobs.')
    expect(causeIn('all  =>\na  =>\nb  =>\nc  ==>', 'all  =>\na  =>\nb  =>\nc  ..=>')).toBe(
      'three ran at the same time, and only two may be.',
    )
  })

  test('is not said where jobs have run that the picture does not know', () => {
    expect(causeIn('main  =>\nload 1, 2, 3  =>\nload 4, 5  =>', wanted)).toBeUndefined()
    expect(causeIn(`${wanted}\nload  =>`, wanted)).toBeUndefined()
  })
})

test.each<[string, string, string, Partial<Comparison>, string]>([
  [
    'a race',
    'wait  >\ndish 9  ========>\ndish 1  >',
    'wait  ========>\ndish 9  ========>\ndish 1  >',
    {},
    'wait ended together with dish 1, and did not wait for the rest.',
  ],
  [
    'a race that a failure has won',
    'wait  >\ndish 9  ========>\ndish 1  x',
    'wait  ========>\ndish 9  ========>\ndish 1  x',
    {},
    'when dish 1 had failed, wait did not wait for the rest.',
  ],
  [
    'the last of several, not awaited',
    'main  ==>\na  ==>\nb  ...=>',
    'main  ====>\na  ==>\nb  ...=>',
    {},
    'the job was started, but main did not wait for it.',
  ],
  [
    'a second try',
    'main  ====>\npie  =x\npie  ..=>',
    'main  =x\npie  =x',
    {},
    'pie was started again, and once is enough.',
  ],
  [
    'a third of two',
    'main  ==>\npie  >\npie  .>\npie  ..>',
    'main  =>\npie  >\npie  .>',
    {},
    'pie was started three times instead of two.',
  ],
  [
    'a mark that comes again',
    'main  =>\nserved 1  .|\nserved 1  ..|',
    'main  =>\nserved 1  .|',
    {},
    'served 1 came again, and once is enough.',
  ],
  [
    'a loser that runs on',
    'first  ==>\nmarket  ==>\nfarm  =======>',
    'first  ==>\nmarket  ==>\nfarm  ==!',
    {},
    'nobody stopped farm. What is to be stopped needs a signal, and somebody who aborts it.',
  ],
  [
    'somebody who waits for a loser',
    'first  =======>\nmarket  ==>\nfarm  =======>',
    'first  ==>\nmarket  ==>\nfarm  ==!',
    {},
    'first ended only when farm was over.',
  ],
  [
    'somebody who never asks the others',
    'first  =======>\nfarm  =======>',
    'first  ==>\nmarket  ==>\nfarm  ==!',
    {},
    'first ended only when farm was over.',
  ],
  [
    'a timer that is not cleared',
    'sleep  =x\nwait 9  ========>',
    'sleep  =x\nwait 9  =!',
    {},
    'a timer that nobody clears runs on to its end.',
  ],
  [
    'a failure that is not passed on',
    'accept  ====~\ncustomer  ===x',
    'accept  ===x\ncustomer  ===x',
    {},
    'the failure of customer was not passed on, and accept still waits.',
  ],
  [
    'a failure that is kept',
    'accept  ===>\ncustomer  ===x',
    'accept  ===x\ncustomer  ===x',
    { unheard: 0 },
    'somebody caught the failure of customer and kept it.',
  ],
  [
    'a waiter who waits for the slowest',
    'waiter  ====>\na  >\nb  ====>\nserved a  .....|\nserved b  .....|',
    'waiter  ====>\na  >\nb  ====>\nserved a  .|\nserved b  .....|',
    {},
    'nothing came before b was over, and that is the slowest.',
  ],
  [
    'a line above the await',
    'main  =>\nwait 2  =>\nWorld  |',
    'main  =>\nwait 2  =>\nWorld  ..|',
    {},
    'World came before the wait was over. Only what stands after the await comes later.',
  ],
  [
    'a job that is started too early',
    'guest  ..=>\ncook  =>',
    'guest  ..=>\ncook  ..=>',
    {},
    'cook was started before guest was. Calling an async function starts it.',
  ],
  [
    'a line below the only await',
    'main  =>\nwait 2  =>\nHello  ..|',
    'main  =>\nwait 2  =>\nHello  |',
    {},
    'Hello came only when the wait was over.',
  ],
  [
    'a mark that waits for a job',
    'main  =>\nfetch  =>\nHello  ..|',
    'main  =>\nfetch  =>\nHello  |',
    {},
    'Hello came only when fetch was over.',
  ],
  [
    'a call that waits for one too many',
    'main  ====>\na  ==>\nb  ====>',
    'main  ==>\na  ==>\nb  ====>',
    {},
    'main ended only when b was over.',
  ],
  [
    'a failure that nobody hears meanwhile',
    'serve  ====x\nfood  ====>\ndrink  =x',
    'serve  =x\nfood  ====>\ndrink  =x',
    { unheard: 1 },
    'serve ended only when food was over. ' +
      'drink failed meanwhile, and nobody was listening: that alone ends a Node process.',
  ],
])('sees %s', (_name, yours, wanted, more, words) => {
  expect(causeIn(yours, wanted, more)).toBe(words)
})

test.each<[string, string, string]>([
  [
    'who has ended in the middle of everything',
    'gather  =>\na  ==>\nb  ====>',
    'gather  ====>\na  ==>\nb  ====>',
  ],
  ['who has failed by itself', 'gather  x\na  ==>\nb  ====>', 'gather  ====>\na  ==>\nb  ====>'],
  ['what was never started', 'main  >', 'main  =>\na  =>'],
  ['one of several that was never started', 'main  =>\na  =>', 'main  ===>\na  =>\nb  ..=>'],
  ['another label', 'main  =>\ntea  =>', 'main  =>\ncoffee  =>'],
  ['who has ended too early, with nothing under way', 'main  =>\na  =>', 'main  ===>\na  =>'],
])('says nothing of %s', (_name, yours, wanted) => {
  expect(causeIn(yours, wanted)).toBeUndefined()
})

test('sees an abort that does not reach a job', () => {
  const yours = [...recording('cook  =====x\nfry  =====>'), leaves(4)]
  const wanted = [...recording('cook  ===x\nfry  ===!'), leaves(4)]

  expect(likelyCause({ expected: wanted, actual: yours })).toBe(
    'the abort did not reach fry: whoever is to hear of it needs the signal.',
  )
})

test('sees a cleared timer that somebody waits for', () => {
  const hidden = [wait(2_000, 'aborted')]

  expect(causeIn('sleep  ==~', 'sleep  =x', { hidden })).toBe(
    'a cleared timer never rings: whoever waits for it waits for ever.',
  )
  expect(causeIn('sleep  ==~', 'sleep  =x', { hidden: [wait(2_000)] })).toBeUndefined()
})

test('does not say that a failure was caught where nobody counts what is not', () => {
  const [yours, wanted] = ['accept  ===>\ncustomer  ===x', 'accept  ===x\ncustomer  ===x']

  expect(causeIn(yours, wanted)).toBeUndefined()
  expect(causeIn(yours, wanted, { unheard: 1 })).toBeUndefined()
})

test('does not guess whose work it was where there are several calls', () => {
  const both = (picture: string) =>
    recording(picture).map((span): Span =>
      span.label.startsWith('call') ? { ...span, kind: 'call' } : span,
    )
  const actual = both('call A  ====>\ncall B  ====>\na  ==>\nb  ====>\nbell  .....|')
  const expected = both('call A  ==>\ncall B  ====>\na  ==>\nb  ====>\nbell  .|')

  expect(likelyCause({ expected, actual })).toBeUndefined()
})
