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
import { singleFlight } from '#exercises/06-coordination/06-single-flight/single-flight.ts'
import * as reference from '#reference/06-coordination/06-single-flight/single-flight.ts'

const submission = { singleFlight }

const closed = new Error('the baker is closed')

/** A boy who needs five seconds to the baker's and back. */
const fetching = (timeline: Timeline) => (what: string) =>
  timeline.job(`fetch ${what}`, seconds(5))()

/** Asks, and records who has asked. */
const ask = (
  timeline: Timeline,
  name: string,
  get: (what: string) => Promise<unknown>,
  what = 'bread',
) => timeline.outcome(name, () => get(what))

test('three who ask at the same moment send one boy', async ({ timeline }) => {
  const get = singleFlight(fetching(timeline))

  await Promise.all(['cook 1', 'cook 2', 'cook 3'].map((name) => ask(timeline, name, get)))

  expect(timeline).toLookLike(`
    cook 1       ====>
    cook 2       ====>
    cook 3       ====>
    fetch bread  ====>
  `)
})

test('whoever asks while the boy is under way waits for him', async ({ timeline }) => {
  const get = singleFlight(fetching(timeline))

  const early = ask(timeline, 'early', get)
  await timeline.sleep(seconds(3))
  const late = ask(timeline, 'late', get)
  await Promise.all([early, late])

  expect(timeline).toLookLike(`
    early        ====>
    late         ...=>
    fetch bread  ====>
  `)
})

test('when he is back, whoever asks sends him again', async ({ timeline }) => {
  const get = singleFlight(fetching(timeline))

  await ask(timeline, 'first', get)
  await timeline.sleep(seconds(1))
  await ask(timeline, 'second', get)

  expect(timeline).toLookLike(`
    first        ====>
    second       ......====>
    fetch bread  ====>
    fetch bread  ......====>
  `)
})

test('everybody who has waited gets the very same thing', async ({ timeline }) => {
  const loaf = { of: 'rye' }
  const get = singleFlight(() => timeline.job('fetch', seconds(5), { returns: loaf })())

  const [one, two] = await timeline.call('both', () => Promise.all([get('bread'), get('bread')]))

  expect([one, two], 'What the two get').toHoldTheVery([loaf, loaf])
})

test('when it fails all hear of it, and a later call tries again', async ({ timeline }) => {
  let fails = true
  const get = singleFlight((what: string) => {
    const outcome = fails ? { throws: closed } : {}
    fails = false
    return timeline.job<string>(`fetch ${what}`, seconds(5), outcome)()
  })

  const first = await Promise.all(
    ['cook 1', 'cook 2', 'cook 3'].map((name) => ask(timeline, name, get)),
  )
  await timeline.sleep(seconds(1))
  const later = await ask(timeline, 'cook 4', get)

  expect(
    first.map(endingOf),
    'Three wait for a boy who comes back with an error. What their calls came to',
  ).toEqual(Array.from({ length: 3 }, () => 'rejected with Error: the baker is closed'))
  expect(later, 'Somebody asks again a second after the failure').toResolveTo('fetch bread')
  first.forEach((outcome) => {
    expect(outcome, 'All three wait for the same boy').toRejectWith(closed)
  })
})

test('each key has a boy of its own', async ({ timeline }) => {
  const get = singleFlight((what: string) =>
    timeline.job(`fetch ${what}`, seconds(what === 'bread' ? 5 : 2))(),
  )

  const cooks = [
    ask(timeline, 'cook 1', get, 'bread'),
    ask(timeline, 'cook 2', get, 'milk'),
    ask(timeline, 'cook 3', get, 'bread'),
  ]
  await timeline.sleep(seconds(3))
  cooks.push(ask(timeline, 'cook 4', get, 'bread'))
  const outcomes = await Promise.all(cooks)

  expect(outcomes.map(endingOf), 'Asked for bread, milk, bread, and bread again. They get').toEqual(
    [
      "resolved to 'fetch bread'",
      "resolved to 'fetch milk'",
      "resolved to 'fetch bread'",
      "resolved to 'fetch bread'",
    ],
  )
  expect(timeline).toLookLike(`
    cook 1       ====>
    cook 2       =>
    cook 3       ====>
    cook 4       ...=>
    fetch bread  ====>
    fetch milk   =>
  `)
})

test('a load that throws at once has failed like any other', async ({ timeline }) => {
  let fails = true
  const get = singleFlight((what: string) => {
    if (!fails) return Promise.resolve(what)
    fails = false
    throw closed
  })
  let promise: Promise<unknown> | undefined

  expect(() => {
    promise = get('bread')
  }, 'load throws at once. The function returns a promise all the same, and lets that reject').toThrowNothing()
  const first = await timeline.outcome('first', () => promise)
  const second = await ask(timeline, 'second', get)

  expect(first, 'load throws before it returns a promise').toRejectWith(closed)
  expect(second, 'Somebody asks again after load has thrown at once').toResolveTo('bread')
})

test('nobody has to listen for a second promise when it fails', async ({ timeline }) => {
  const get = singleFlight((what: string) =>
    timeline.job<string>(`fetch ${what}`, seconds(1), { throws: closed })(),
  )

  const outcome = await ask(timeline, 'cook', get)
  await timeline.sleep(seconds(1))

  expect(outcome, 'The only caller has heard of the failure').toRejectWith(closed)
})

test('keys that only look alike are two keys', async ({ timeline }) => {
  const keys = [1, '1', { id: 1 }, { id: 1 }, undefined, null, 'undefined', NaN, NaN]
  const asked: unknown[] = []
  const get = singleFlight((key: unknown) => {
    asked.push(key)
    return timeline.job(`fetch number ${asked.length}`, seconds(1))()
  })

  await timeline.call('all', () => Promise.all(keys.map((key) => get(key))))

  expect(asked, 'Keys are alike where a Map says so. Loaded were').toHoldTheVery(keys.slice(0, -1))
})

test('two of these functions know nothing of each other', async ({ timeline }) => {
  const baker = singleFlight((what: string) => timeline.job(`baker: ${what}`, seconds(2))())
  const mill = singleFlight((what: string) => timeline.job(`mill: ${what}`, seconds(2))())

  const both = await Promise.all([ask(timeline, 'one', baker), ask(timeline, 'two', mill)])

  expect(both.map(endingOf), 'Two ask for bread in two places. They get').toEqual([
    "resolved to 'baker: bread'",
    "resolved to 'mill: bread'",
  ])
})

test('thirty who ask send one boy, and thirty keys send thirty', async ({ timeline }) => {
  const get = singleFlight(fetching(timeline))
  const thirty = Array.from({ length: 30 }, (_, index) => `dish ${index}`)

  await timeline.call('one thing', () => Promise.all(thirty.map(() => get('bread'))))
  await timeline.call('thirty things', () => Promise.all(thirty.map((what) => get(what))))

  expect(timeline, 'Thirty have asked for bread').toStart('fetch bread', 1)
  expect(timeline, 'Thirty have asked for a thing each').toStart('fetch dish 0', 1)
  expect(timeline, 'Thirty have asked for a thing each').toStart('fetch dish 29', 1)
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  for (const value of EMPTY) {
    const gives = singleFlight(() =>
      timeline.job<unknown>('gives', seconds(1), { returns: value })(),
    )
    const fails = singleFlight(() =>
      timeline.job<unknown>('fails', seconds(1), { throws: value })(),
    )

    const [one, two] = await Promise.all([ask(timeline, 'one', gives), ask(timeline, 'two', gives)])
    const [three, four] = await Promise.all([
      ask(timeline, 'three', fails),
      ask(timeline, 'four', fails),
    ])

    expect(one, `load resolves to ${inWords(value)}`).toResolveTo(value)
    expect(two, `load resolves to ${inWords(value)}`).toResolveTo(value)
    expect(three, `load rejects with ${inWords(value)}`).toRejectWith(value)
    expect(four, `load rejects with ${inWords(value)}`).toRejectWith(value)
  }
  expect(timeline, 'Two ask for each of some empty values').toStart('gives', EMPTY.length)
})

test('in whatever order boys come back, nobody gets what somebody else has asked for', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const underWay = new Set<string>()
    let twice = ''
    const get = singleFlight(async (what: string) => {
      if (underWay.has(what)) twice = what
      underWay.add(what)
      const boy = what === 'eggs' ? failingJob('no eggs', closed) : job(`fetch ${what}`, what)
      try {
        return await boy()
      } finally {
        underWay.delete(what)
      }
    })
    const cook = async (name: string, what: string) => {
      await job(`${name} asks for ${what}`, undefined)()
      return timeline.start(name, () => get(what))
    }

    const outcomes = await Promise.allSettled([
      cook('cook 1', 'bread'),
      cook('cook 2', 'bread'),
      cook('cook 3', 'milk'),
      cook('cook 4', 'eggs'),
      cook('cook 5', 'eggs'),
    ])

    expect(twice, 'What two boys were under way for at the same time').toBe('')
    expect(outcomes.map(endingOf), 'Asked for bread, bread, milk, eggs and eggs. They get').toEqual(
      [
        "resolved to 'bread'",
        "resolved to 'bread'",
        "resolved to 'milk'",
        'rejected with Error: the baker is closed',
        'rejected with Error: the baker is closed',
      ],
    )
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => day(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => day(it, timeline, [1, 3, 8].map(seconds)))

/** Somebody asks after each of the delays; the boy needs 4.3 seconds, and every second one fails. */
async function day(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  let count = 0
  const get = it.singleFlight((what: string) => {
    count += 1
    const outcome = count % 2 === 0 ? { throws: closed } : {}
    return timeline.job<string>(`fetch ${what} ${count}`, seconds(4.3), outcome)()
  })
  const cooks = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    return endingOf(await ask(timeline, `cook ${index}`, get))
  })
  return Promise.all(cooks)
}
