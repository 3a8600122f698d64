import {
  EMPTY,
  endingOf,
  everyInterleaving,
  expect,
  inWords,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { rateLimit } from '#exercises/05-time/04-rate-limit/rate-limit.ts'
import * as reference from '#reference/05-time/04-rate-limit/rate-limit.ts'

const submission = { rateLimit }

const wrong = new Error('wrong number')

/** An order to the fishmonger, which takes no time. */
const ordering = (timeline: Timeline) => (what: number) => {
  timeline.mark(`order ${what}`)
  return Promise.resolve(`order ${what}`)
}

/** Makes a call now, and records the caller beside it. */
const ask = (
  timeline: Timeline,
  order: (what: number) => Promise<string>,
  what: number,
): Promise<PromiseSettledResult<string>> => timeline.outcome(`cook ${what}`, () => order(what))

test('of five at once two begin, two more after five seconds, then the last', async ({
  timeline,
}) => {
  const order = rateLimit(2, seconds(5), ordering(timeline))

  await timeline.call('five cooks', () => Promise.all([1, 2, 3, 4, 5].map((what) => order(what))))

  expect(timeline).toLookLike(`
    five cooks  =========>
    order 1     |
    order 2     |
    order 3     .....|
    order 4     .....|
    order 5     ..........|
  `)
})

test('counts the last five seconds, whenever they began', async ({ timeline }) => {
  const order = rateLimit(2, seconds(5), ordering(timeline))

  const cooks: Promise<unknown>[] = []
  for (const what of [1, 2, 3, 4, 5]) {
    cooks.push(ask(timeline, order, what))
    await timeline.sleep(seconds(1))
  }
  await Promise.all(cooks)

  expect(timeline).toLookLike(`
    cook 1   |
    order 1  |
    cook 2   .|
    order 2  .|
    cook 3   ..==>
    cook 4   ...==>
    cook 5   ....=====>
    order 3  .....|
    order 4  ......|
    order 5  ..........|
  `)
})

test('how long a call takes does not matter, nor how many are under way', async ({ timeline }) => {
  const order = rateLimit(2, seconds(5), (what: number) =>
    timeline.job(`order ${what}`, seconds(12))(),
  )

  await timeline.call('four cooks', () => Promise.all([1, 2, 3, 4].map((what) => order(what))))

  expect(timeline).toLookLike(`
    four cooks  ================>
    order 1     ===========>
    order 2     ===========>
    order 3     .....===========>
    order 4     .....===========>
  `)
})

test('hands on what was given, and what comes back', async ({ timeline }) => {
  const bill = { total: 12 }
  const given: unknown[][] = []
  const order = rateLimit(1, seconds(5), (...args: unknown[]) => {
    given.push(args)
    return Promise.resolve(bill)
  })
  const fish = { name: 'trout' }

  const first = await timeline.call('first', () => order(fish, 3, undefined))
  const second = await timeline.call('second', () => order())

  expect(
    given,
    'The first order was made with three arguments, the second with none. call was given',
  ).toEqual([[fish, 3, undefined], []])
  expect(given[0]?.[0]).toBeTheVery(fish)
  expect(first).toBeTheVery(bill)
  expect(second).toBeTheVery(bill)
})

test('a call that fails has had its turn, and holds up nobody', async ({ timeline }) => {
  const order = rateLimit(2, seconds(5), (what: number) =>
    timeline.job<string>(`order ${what}`, seconds(6), what < 3 ? { throws: wrong } : {})(),
  )

  const outcomes = await timeline.call('three cooks', () =>
    Promise.allSettled([1, 2, 3].map((what) => order(what))),
  )

  expect(outcomes.map(endingOf), 'The first two calls fail. What the three came to').toEqual([
    'rejected with Error: wrong number',
    'rejected with Error: wrong number',
    "resolved to 'order 3'",
  ])
  expect(timeline).toLookLike(`
    three cooks  ==========>
    order 1      =====x
    order 2      =====x
    order 3      .....=====>
  `)
})

test('a call that throws at once has failed like any other', async ({ timeline }) => {
  let count = 0
  const order = rateLimit(1, seconds(5), () => {
    count += 1
    if (count < 3) throw wrong
    return Promise.resolve('fish')
  })

  const outcomes = await timeline.call('three cooks', () =>
    Promise.allSettled([order(), order(), order()]),
  )

  expect(
    outcomes.map(endingOf),
    'The first two calls throw before they return a promise. What the three came to',
  ).toEqual([
    'rejected with Error: wrong number',
    'rejected with Error: wrong number',
    "resolved to 'fish'",
  ])
  expect(timeline, 'A call that throws has had its turn, too').toEndAt('three cooks', seconds(10))
})

test('begins anew five seconds after a call has begun, be it still under way', async ({
  timeline,
}) => {
  const order = rateLimit(1, seconds(5), (what: number) =>
    timeline.job(`order ${what}`, seconds(4))(),
  )

  await timeline.call('first', () => order(1))
  await timeline.call('second', () => order(2))

  expect(timeline).toLookLike(`
    first    ===>
    order 1  ===>
    second   ....====>
    order 2  .....===>
  `)
})

test('whoever comes after a long pause is let through at once', async ({ timeline }) => {
  const order = rateLimit(2, seconds(5), ordering(timeline))

  await timeline.call('three cooks', () => Promise.all([1, 2, 3].map((what) => order(what))))
  await timeline.sleep(seconds(20) - timeline.now)
  await timeline.call('two later', () => Promise.all([4, 5].map((what) => order(what))))

  expect(timeline, 'Two come at second 20, and nobody has called since second 5').toStartAt(
    'order 4',
    seconds(20),
  )
  expect(timeline, 'Two come at second 20, and nobody has called since second 5').toStartAt(
    'order 5',
    seconds(20),
  )
})

test('whoever comes first is let through first', async ({ timeline }) => {
  const begun: number[] = []
  const order = rateLimit(1, seconds(5), (what: number) => {
    begun.push(what)
    return Promise.resolve()
  })

  const early = [1, 2, 3].map((what) => timeline.start(`cook ${what}`, () => order(what)))
  await timeline.sleep(seconds(7))
  const late = timeline.start('cook 4', () => order(4))
  await Promise.all([...early, late])

  expect(begun, '1, 2 and 3 came at second 0, and 4 at second 7. They were let through as').toEqual(
    [1, 2, 3, 4],
  )
})

test('two limits know nothing of each other', async ({ timeline }) => {
  const fish = rateLimit(1, seconds(5), ordering(timeline))
  const bread = rateLimit(1, seconds(5), ordering(timeline))

  await timeline.call('two cooks', () => Promise.all([fish(1), bread(2)]))

  expect(timeline).toLookLike(`
    two cooks  |
    order 1    |
    order 2    |
  `)
})

test('counts fractions of a second', async ({ timeline }) => {
  const order = rateLimit(1, seconds(0.75), ordering(timeline))

  await timeline.call('three cooks', () => Promise.all([1, 2, 3].map((what) => order(what))))

  expect(timeline, 'One in 0.75 seconds').toStartAt('order 2', seconds(0.75))
  expect(timeline, 'One in 0.75 seconds').toStartAt('order 3', seconds(1.5))
})

test('thirty at once need as long as it takes', async ({ timeline }) => {
  const order = rateLimit(7, seconds(60), ordering(timeline))
  const all = Array.from({ length: 30 }, (_, index) => index)

  await timeline.call('thirty cooks', () => Promise.all(all.map((what) => order(what))))

  expect(timeline, 'Seven in a minute, and thirty of them').toStartAt('order 6', seconds(0))
  expect(timeline, 'Seven in a minute, and thirty of them').toStartAt('order 7', seconds(60))
  expect(timeline, 'Seven in a minute, and thirty of them').toStartAt('order 29', seconds(240))
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  for (const value of EMPTY) {
    const gives = rateLimit(1, seconds(5), () => Promise.resolve(value))
    const fails = rateLimit(1, seconds(5), () => Promise.reject<string>(value))

    const good = await timeline.outcome('gives', () => gives())
    const bad = await timeline.outcome('fails', () => fails())

    expect(good, `call resolves to ${inWords(value)}`).toResolveTo(value)
    expect(bad, `call rejects with ${inWords(value)}`).toRejectWith(value)
  }
})

test('whatever ends first, each caller has the outcome of their own call', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const order = rateLimit<[number], string>(5, seconds(5), (what) =>
      what % 2 === 0
        ? failingJob(`order ${what}`, wrong)()
        : job(`order ${what}`, `fish ${what}`)(),
    )

    const outcomes = await timeline.start('four cooks', () =>
      Promise.allSettled([1, 2, 3, 4].map((what) => order(what))),
    )

    expect(outcomes.map(endingOf), 'Orders 2 and 4 fail. What the four came to').toEqual([
      "resolved to 'fish 1'",
      'rejected with Error: wrong number',
      "resolved to 'fish 3'",
      'rejected with Error: wrong number',
    ])
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => phone(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => phone(it, timeline, [0, 1, 2].map(seconds)))

/** A call after each of the delays, no more than two within 5.3 seconds. */
async function phone(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const order = it.rateLimit(2, seconds(5.3), (what: number) => {
    timeline.mark(`order ${what}`)
    return what % 3 === 2 ? Promise.reject<string>(wrong) : Promise.resolve(`fish ${what}`)
  })
  const cooks = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    return endingOf(await timeline.outcome(`cook ${index}`, () => order(index)))
  })
  return Promise.all(cooks)
}
