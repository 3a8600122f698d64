import {
  EMPTY,
  endingOf,
  expect,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { sleep } from '#exercises/04-cancellation/01-abortable-sleep/abortable-sleep.ts'
import * as reference from '#reference/04-cancellation/01-abortable-sleep/abortable-sleep.ts'

const submission = { sleep }

test('rejects at the moment the customer leaves, and clears its timer', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(2) })

  await timeline.outcome('sleep', () => sleep(seconds(9), { signal }))

  expect(timeline).toLookLike(`
    sleep            =x
    wait 9           =!
    customer leaves  ..|
  `)
})

test('sleeps to the end when nobody leaves', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')

  await timeline.call('sleep', () => sleep(seconds(3), { signal }))

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
  // For undefined, the signal makes a reason of its own.
  const reasons = [new Error('the bus is coming'), 'fire in the kitchen', ...EMPTY]

  for (const reason of reasons) {
    const { signal } = timeline.controller('customer leaves', { after: seconds(2), reason })

    const outcome = await timeline.outcome('sleep', () => sleep(seconds(9), { signal }))

    expect(
      outcome,
      'sleep rejects with signal.reason itself, whatever it is: not with an error of its own, and ' +
        'not with a copy',
    ).toRejectWith(signal.reason)
  }
})

test('rejects at once, without a timer, when the customer has left', async ({ timeline }) => {
  const reason = new Error('the customer has left')
  const signal = AbortSignal.abort(reason)

  const outcome = await timeline.outcome('sleep', () => sleep(seconds(9), { signal }))

  expect(outcome, 'A signal says "abort" once. Whoever comes later has to ask it').toRejectWith(
    reason,
  )
  expect(
    timeline.spans.filter(({ kind }) => kind === 'wait'),
    'Look at the signal before you start a timer, and not only afterwards. The timers',
  ).toEqual([])
  expect(timeline).toLookLike(`
    sleep  |
  `)
})

test('does not fall asleep either when the reason is 0', async ({ timeline }) => {
  const signal = AbortSignal.abort(0)

  const outcome = await timeline.outcome('sleep', () => sleep(seconds(9), { signal }))

  expect(
    outcome,
    'Ask signal.aborted whether a signal is aborted. Its reason may be anything, and this one is 0',
  ).toRejectWith(0)
})

test('wakes everybody who sleeps on the same signal', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(2) })

  await Promise.all([
    timeline.outcome('oven', () => sleep(seconds(9), { signal })),
    timeline.outcome('dough', () => sleep(seconds(5), { signal })),
    timeline.outcome('egg', () => sleep(seconds(1), { signal })),
  ])

  expect(timeline).toLookLike(
    `
    oven             =x
    dough            =x
    egg              >
    customer leaves  ..|
  `,
    {
      sentence:
        'Take off no listener but that of the sleeper who is over, and do not stop the event on ' +
        'its way to the others.',
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
  const found = signal.onabort
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([egg, dough, oven])

  const sentence =
    'signal.onabort belongs to whoever has set it, and there is only one of it. Use ' +
    'addEventListener instead, and take off only the listener that you have put on'
  expect(found, `${sentence}. What is in signal.onabort`).toBe(bell)
  expect(heard, `${sentence}. Who else has heard the abort`).toEqual(['onabort', 'a listener'])
  expect(timeline).toLookLike(`
    egg              >
    dough            ==x
    oven             ==x
    customer leaves  ...|
  `)
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
  const { signal } = timeline.controller('customer leaves', { after: seconds(2.43) })

  await timeline.outcome('sleep', () => sleep(seconds(9), { signal }))

  expect(
    timeline,
    'The signal itself calls you when it is aborted: listen to it, and do not look again and again',
  ).toEndAt('sleep', seconds(2.43), { late: 50 })
})

test('tells by a rejection, and never throws', async ({ timeline }) => {
  const signal = AbortSignal.abort(new Error('the customer has left'))
  let asleep: Promise<void> | undefined

  expect(() => {
    asleep = sleep(seconds(9), { signal })
  }, 'sleep returns a promise: let that promise reject, instead of throwing at the call').toThrowNothing()
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
  const reason = 'the customer has left'
  const { signal } = timeline.controller('customer leaves', { after: leaves, reason })
  const outcomes = await Promise.all(
    delays.map((delay, index) =>
      timeline.outcome(`sleep ${index + 1}`, () => it.sleep(delay, { signal })),
    ),
  )
  return outcomes.map(endingOf)
}
