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
  const reasons = [new Error('the bus is coming'), 'fire in the kitchen', 0]

  const heard: unknown[] = []
  for (const reason of reasons) {
    const customer = timeline.controller('customer leaves')
    const asleep = timeline.start('sleep', () => sleep(seconds(9), { signal: customer.signal }))
    await timeline.sleep(seconds(2))
    customer.abort(reason)
    heard.push(await errorOf(asleep))
  }

  expect(heard, 'sleep rejects with signal.reason itself, whatever it is').toEqual(reasons)
  expect(heard[0], 'sleep rejects with signal.reason itself, and not with a copy').toBe(reasons[0])
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
    { sentence: 'Three sleep on one signal: it wakes all who are still asleep.' },
  )
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
  sleepTogether(it, timeline, [5, 1, 9, 2].map(seconds), seconds(3)),
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
  if (waits.length > 1) {
    return { cause: 'the signal is looked at now and then. Listen to it: it calls you by itself.' }
  }
  return waits[0]?.end === seconds(9)
    ? { cause: 'a promise that has rejected stops no timer. Clear it when you are woken early.' }
    : {}
}
