import { inspect } from 'node:util'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { sleep } from '#exercises/04-cancellation/01-abortable-sleep/abortable-sleep.ts'
import * as reference from '#reference/04-cancellation/01-abortable-sleep/abortable-sleep.ts'

const submission = { sleep }

test('wakes up at once when the customer leaves', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')

  const asleep = timeline.start('sleep', () => sleep(seconds(9), { signal: customer.signal }))
  await timeline.sleep(seconds(2))
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([asleep])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    sleep            =x
    wait 9           =!
    customer leaves  ..|
  `,
    {
      sentence:
        'The customer leaves at second 2: sleep rejects at that moment, and its timer is cleared.',
      ...likelyCause(timeline),
    },
  )
})

test('sleeps to the end when nobody leaves', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')

  await timeline.call('sleep', () => sleep(seconds(3), { signal: customer.signal }))

  expect(timeline).toLookLike(`
    sleep   ==>
    wait 3  ==>
  `)
})

test('needs no signal', async ({ timeline }) => {
  await timeline.call('sleep', () => sleep(seconds(3)))
  await timeline.call('sleep', () => sleep(seconds(3), {}))

  expect(timeline).toLookLike(`
    sleep   ==>
    wait 3  ==>
    sleep   ...==>
    wait 3  ...==>
  `)
})

test('rejects with the reason of the signal, whatever it is', async ({ timeline }) => {
  const reasons = [new Error('the bus is coming'), 'fire in the kitchen', 0, null, '', false]
  const strange: string[] = []

  // The last one leaves without a word: the signal then makes a reason of its own.
  for (const words of [...reasons.map((reason) => [reason]), []]) {
    const customer = timeline.controller('customer leaves')
    const { signal } = customer
    const asleep = timeline.start('sleep', () => sleep(seconds(9), { signal }))
    await timeline.sleep(seconds(2))
    customer.abort(...words)
    const heard = await errorOf(asleep)
    if (heard !== signal.reason) {
      strange.push(`The reason was: ${inWords(signal.reason)} – sleep gave: ${inWords(heard)}`)
    }
  }

  if (strange[0] !== undefined) {
    expect.fail(
      'sleep rejects with signal.reason itself, whatever it is: not with an error of its own, and ' +
        `not with a copy.\n${strange[0]}`,
    )
  }
})

test('does not fall asleep when the customer has already left', async ({ timeline }) => {
  const reason = new Error('the customer has left')
  const signal = AbortSignal.abort(reason)

  const heard = await errorOf(timeline.call('sleep', () => sleep(seconds(9), { signal })))

  expect(timeline).toLookLike(
    `
    sleep  |
  `,
    {
      sentence:
        'The signal was aborted before the call: sleep rejects at once, and starts no timer.',
      cause: 'a signal says "abort" once. Whoever comes later has to ask whether it is aborted.',
    },
  )
  expect(heard, 'sleep rejects with signal.reason when the signal is aborted already').toBe(reason)
  expect(
    timeline.spans.filter(({ kind }) => kind === 'wait').length,
    'The signal was aborted before the call: look at it before you start a timer, and not only ' +
      'afterwards. How many timers were started',
  ).toBe(0)
})

test('does not fall asleep either when the reason is 0', async ({ timeline }) => {
  const signal = AbortSignal.abort(0)

  const heard = await errorOf(timeline.call('sleep', () => sleep(seconds(9), { signal })))

  expect(
    heard,
    'Ask signal.aborted whether a signal is aborted. Its reason may be anything, and this one is 0',
  ).toBe(0)
})

test('wakes everybody who sleeps on the same signal', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer

  const oven = timeline.start('oven', () => sleep(seconds(9), { signal }))
  const dough = timeline.start('dough', () => sleep(seconds(5), { signal }))
  const egg = timeline.start('egg', () => sleep(seconds(1), { signal }))
  await timeline.sleep(seconds(2))
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([oven, dough, egg])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    oven             =x
    dough            =x
    egg              >
    customer leaves  ..|
  `,
    {
      sentence:
        'Three sleep on one signal: it wakes all who are still asleep. Take off no listener but ' +
        'that of the sleeper who is over, and do not stop the event on its way to the others.',
    },
  )
})

test('leaves alone what others have put on the signal', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer
  const heard: string[] = []
  const bell = () => heard.push('onabort')
  signal.onabort = bell
  signal.addEventListener('abort', () => heard.push('a listener'))

  const egg = timeline.start('egg', () => sleep(seconds(1), { signal }))
  const dough = timeline.start('dough', () => sleep(seconds(5), { signal }))
  const oven = timeline.start('oven', () => sleep(seconds(9), { signal }))
  await timeline.sleep(seconds(3))
  const found = signal.onabort === bell
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([egg, dough, oven])

  const sentence =
    'signal.onabort belongs to whoever has set it, and there is only one of it. Use ' +
    'addEventListener instead, and take off only the listener that you have put on'
  if (!found) expect.fail(`${sentence}. While others were sleeping, signal.onabort has changed.`)
  expect(heard, `${sentence}. Who else has heard the abort`).toEqual(['onabort', 'a listener'])
  expect(timeline).toLookLike(
    `
    egg              >
    dough            ==x
    oven             ==x
    customer leaves  ...|
  `,
    {
      sentence:
        'Three sleep on one signal, and the egg is done before the customer leaves: the other two ' +
        'are woken all the same. In signal.onabort there is room for one only. Use ' +
        'addEventListener instead, and take off only the listener that you have put on.',
    },
  )
})

test('sleeps for parts of a second as well', async ({ timeline }) => {
  const ends: number[] = []

  for (const ms of [0, 400, 2_700]) {
    void timeline.start('sleep', () => sleep(ms)).then(() => ends.push(timeline.now))
  }
  await timeline.rest()

  expect(
    ends.map((end) => Math.round(end / 100) * 100),
    'One sleeps for 0 milliseconds, one for 400 and one for 2700: any number will do, and not whole ' +
      'seconds only. The milliseconds at which they were over',
  ).toEqual([0, 400, 2_700])
})

test('wakes in that very moment, not when it looks the next time', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')

  const asleep = timeline.start('sleep', () => sleep(seconds(9), { signal: customer.signal }))
  await timeline.sleep(seconds(2.43))
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([asleep])

  expect(
    timeline.now - seconds(2.43),
    'The signal itself calls you when it is aborted: listen to it, and do not look again and ' +
      'again. Milliseconds from the abort until sleep had settled',
  ).toBeLessThan(50)
})

test('tells by a rejection, and never throws', async ({ timeline }) => {
  const signal = AbortSignal.abort(new Error('the customer has left'))
  let asleep: Promise<void> | undefined

  expect(() => {
    asleep = sleep(seconds(9), { signal })
  }, 'sleep returns a promise: let that promise reject, instead of throwing at the call').not.toThrow()
  await timeline.outcome('sleep', () => asleep)
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  sleepTogether(it, timeline, delays, (delays[0] ?? 0) + seconds(0.4)),
)

onTheWallClock(submission, reference, (it, timeline) =>
  sleepTogether(it, timeline, [9, 2, 10, 4].map(seconds), seconds(7)),
)

/** Sleeps for all delays at once, on one signal; the customer leaves, and tells who was asleep. */
async function sleepTogether(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
  leaves: number,
): Promise<string[]> {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer
  const asleep = delays.map((delay, index) =>
    timeline.start(`sleep ${index + 1}`, () => it.sleep(delay, { signal })),
  )
  await timeline.sleep(leaves)
  customer.abort('the customer has left')
  const outcomes = await Promise.allSettled(asleep)
  await timeline.rest()
  return outcomes.map((one) => (one.status === 'rejected' ? String(one.reason) : 'slept well'))
}

const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : inspect(error)

/** What a call fails with. */
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  )

/** What is most likely missing, read from when the sleep and its timer were over. */
function likelyCause({ spans }: Timeline): { cause?: string } {
  const call = spans.find((span) => span.kind === 'call')
  const waits = spans.filter((span) => span.kind === 'wait')
  if (call?.end === undefined) {
    return { cause: 'a cleared timer never rings. Whoever clears it has to reject as well.' }
  }
  if (call.end === seconds(9)) {
    return { cause: 'nobody listens to the signal while the timer runs.' }
  }
  if (waits.filter(({ start }) => start < seconds(2)).length > 1) {
    return { cause: 'the signal is looked at now and then. Listen to it: it calls you by itself.' }
  }
  return waits[0]?.end === seconds(9)
    ? { cause: 'a promise that has rejected stops no timer. Clear it when you are woken early.' }
    : {}
}
