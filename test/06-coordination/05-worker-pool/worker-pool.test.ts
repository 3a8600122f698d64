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
import { runPool } from '#exercises/06-coordination/05-worker-pool/worker-pool.ts'
import * as reference from '#reference/06-coordination/05-worker-pool/worker-pool.ts'

const submission = { runPool }

const burnt = new Error('burnt')

/** Cooks each order for as many seconds as it says. */
const cooking = (timeline: Timeline) => (takes: number, signal?: AbortSignal) =>
  timeline.job(`dish ${takes}`, seconds(takes))(signal)

/** Orders that come one after the other, each when it is asked for; `taken` notes them. */
function* slips(orders: readonly number[], taken: number[] = []) {
  for (const order of orders) {
    taken.push(order)
    yield order
  }
}

test('three cooks, and whoever is free takes the next order', async ({ timeline }) => {
  await timeline.call('pool', () => runPool(3, [9, 1, 3, 5, 7], cooking(timeline)))

  expect(timeline).toLookLike(`
    pool    =========>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  .====>
    dish 7  ...======>
  `)
})

test('gives what has become of each, in the order of the orders', async ({ timeline }) => {
  const results = await timeline.call('pool', () => runPool(3, [9, 1, 3, 5, 7], cooking(timeline)))

  expect(results, 'The orders were 9, 1, 3, 5 and 7, and are ready in another order').toEqual([
    'dish 9',
    'dish 1',
    'dish 3',
    'dish 5',
    'dish 7',
  ])
})

test('takes the next order only when a cook is free', async ({ timeline }) => {
  const taken: number[] = []
  const told: Record<string, number> = {}

  const pool = timeline.call('pool', () =>
    runPool(2, slips([4, 2, 5, 3, 1], taken), cooking(timeline)),
  )
  for (const second of [1, 3, 5]) {
    await timeline.sleep(seconds(second) - timeline.now)
    told[`at second ${second}`] = taken.length
  }
  await pool

  expect(
    told,
    'Two cooks; the orders take 4, 2, 5, 3 and 1 seconds. How many orders have been taken off the source',
  ).toEqual({ 'at second 1': 2, 'at second 3': 3, 'at second 5': 4 })
})

test('when one fails all are called off, and it rejects when they have tidied up', async ({
  timeline,
}) => {
  const taken: number[] = []
  const cook = (takes: number, signal: AbortSignal) =>
    timeline.job<string>(
      `dish ${takes}`,
      seconds(takes),
      takes === 3 ? { throws: burnt } : { cleanup: seconds(takes === 9 ? 2 : 0) },
    )(signal)

  const outcome = await timeline.outcome('pool', () =>
    runPool(3, slips([9, 5, 3, 1, 7], taken), cook),
  )

  expect(outcome, 'The third dish burns at second 3').toRejectWith(burnt)
  expect(taken, 'It was the third of five; those that were taken off the source are').toEqual([
    9, 5, 3,
  ])
  expect(timeline).toLookLike(`
    pool    ====x
    dish 9  ====!
    dish 5  ==!
    dish 3  ==x
  `)
})

test('whoever does not listen finishes the dish, and takes no other', async ({ timeline }) => {
  const taken: number[] = []
  const cook = (takes: number) =>
    timeline.job<string>(`dish ${takes}`, seconds(takes), takes === 1 ? { throws: burnt } : {})()

  await timeline.outcome('pool', () => runPool(2, slips([4, 1, 2, 3], taken), cook))

  expect(
    taken,
    'The second order fails at second 1. Those that were taken off the source are',
  ).toEqual([4, 1])
  expect(timeline).toLookLike(`
    pool    ===x
    dish 4  ===>
    dish 1  x
  `)
})

test('closes the source when it stops early', async ({ timeline }) => {
  let isClosed = false
  function* closing() {
    try {
      yield* [2, 1, 3]
    } finally {
      isClosed = true
    }
  }
  const cook = (takes: number, signal: AbortSignal) =>
    timeline.job<string>(
      `dish ${takes}`,
      seconds(takes),
      takes === 1 ? { throws: burnt } : {},
    )(signal)

  await timeline.outcome('pool', () => runPool(2, closing(), cook))

  expect(
    isClosed,
    'A generator of three orders, of which the second fails. Was its finally reached?',
  ).toBe(true)
})

test('orders may come one after the other', async ({ timeline }) => {
  async function* guests() {
    for (const order of [4, 1, 2]) {
      await timeline.sleep(seconds(2))
      yield order
    }
  }

  const results = await timeline.call('pool', () => runPool(2, guests(), cooking(timeline)))

  expect(results).toEqual(['dish 4', 'dish 1', 'dish 2'])
  expect(timeline).toLookLike(`
    pool    ========>
    dish 4  ..===>
    dish 1  ....>
    dish 2  .......=>
  `)
})

test('a source that fails calls off all, and its error is handed on', async ({ timeline }) => {
  const lost = new Error('the slip was lost')
  async function* guests() {
    yield 9
    await timeline.sleep(seconds(2))
    throw lost
  }

  const outcome = await timeline.outcome('pool', () => runPool(2, guests(), cooking(timeline)))

  expect(
    outcome,
    'The source throws at second 2, when it is asked for the second order',
  ).toRejectWith(lost)
  expect(timeline).toLookLike(`
    pool    =x
    dish 9  =!
  `)
})

test('a cook who throws at once has failed like any other', async ({ timeline }) => {
  const taken: number[] = []

  const outcome = await timeline.outcome('pool', () =>
    runPool(2, slips([9, 1, 3], taken), (takes, signal) => {
      if (takes === 1) throw burnt
      return cooking(timeline)(takes, signal)
    }),
  )

  expect(outcome, 'The second cook throws before there is a promise').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    pool    |
    dish 9  |
  `)
})

test('of several failures the first is handed on', async ({ timeline }) => {
  const later = new Error('burnt, too')
  const cook = (takes: number) =>
    timeline.job<string>(`dish ${takes}`, seconds(takes), {
      throws: takes === 2 ? burnt : later,
      deaf: true,
    })()

  const outcome = await timeline.outcome('pool', () => runPool(3, [5, 2, 4], cook))

  expect(outcome, 'The dishes burn at second 2, 4 and 5, and nobody listens').toRejectWith(burnt)
  expect(timeline, 'The last cook is done at second 5').toEndAt('pool', seconds(5))
})

test('no orders are nothing to do, and few are enough for few', async ({ timeline }) => {
  const none = await timeline.call('none', () => runPool(3, [], cooking(timeline)))
  const two = await timeline.call('two', () => runPool(30, new Set([2, 1]), cooking(timeline)))

  expect(none).toEqual([])
  expect(two).toEqual(['dish 2', 'dish 1'])
  expect(timeline).toLookLike(`
    none    |
    two     =>
    dish 2  =>
    dish 1  >
  `)
})

test('one cook does one after the other', async ({ timeline }) => {
  await timeline.call('pool', () => runPool(1, slips([2, 1, 3]), cooking(timeline)))

  expect(timeline).toLookLike(`
    pool    =====>
    dish 2  =>
    dish 1  ..>
    dish 3  ...==>
  `)
})

test('each cook is given an order, as it is, and a signal that is silent', async ({ timeline }) => {
  const orders = [{ table: 1 }, { table: 2 }]
  const list = [...orders]
  const given: [object, boolean][] = []

  await timeline.call('pool', () =>
    runPool(2, list, (order, signal) => {
      given.push([order, signal.aborted])
      return Promise.resolve()
    }),
  )

  expect(
    given.map(([order]) => order),
    'What the two cooks were given',
  ).toHoldTheVery(orders)
  expect(
    given.map(([, aborted]) => aborted),
    'Was the signal aborted already?',
  ).toEqual([false, false])
  expect(list, "The list is the caller's own, and should be as it was").toEqual(orders)
})

test('two pools know nothing of each other', async ({ timeline }) => {
  const bad = timeline.outcome('bad', () =>
    runPool(2, [1, 9], (takes, signal) =>
      timeline.job<string>(
        `bad ${takes}`,
        seconds(takes),
        takes === 1 ? { throws: burnt } : {},
      )(signal),
    ),
  )
  const good = timeline.outcome('good', () =>
    runPool(2, [2, 3], (takes, signal) => timeline.job(`good ${takes}`, seconds(takes))(signal)),
  )

  expect(endingOf(await bad), 'The one pool').toBe('rejected with Error: burnt')
  expect((await good).status, 'The other pool, in which nothing has failed').toBe('fulfilled')
})

test('takes empty orders, values and errors for what they are', async ({ timeline }) => {
  const results = await timeline.call('pool', () =>
    runPool<unknown, unknown>(2, [...EMPTY], (order) => Promise.resolve(order)),
  )
  expect(
    results,
    'Each cook gives back the order; some orders are undefined, null, 0 and the like',
  ).toEqual([...EMPTY])
  for (const value of EMPTY) {
    const fails = timeline.job<unknown>('fails', seconds(1), { throws: value })
    const outcome = await timeline.outcome('pool', () => runPool(2, [1, 2, 3], () => fails()))

    expect(outcome, `The first cook rejects with ${inWords(value)}`).toRejectWith(value)
  }
})

test('in whatever order dishes are done, each order is cooked once', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const cooked: number[] = []
    let [running, most] = [0, 0]
    async function* guests() {
      for (const order of [1, 2, 3, 4, 5]) {
        await job(`guest ${order}`, undefined)()
        yield order
      }
    }

    const results = await timeline.start('pool', () =>
      runPool(2, guests(), async (order) => {
        cooked.push(order)
        running += 1
        most = Math.max(most, running)
        await job(`dish ${order}`, undefined)()
        running -= 1
        return order * 10
      }),
    )

    expect(results, 'What has become of the orders 1 to 5').toEqual([10, 20, 30, 40, 50])
    expect(cooked.toSorted(), 'The orders that were cooked').toEqual([1, 2, 3, 4, 5])
    expect(Math.max(most, 2), 'How many of the two cooks were at work at most').toBe(2)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => evening(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  evening(it, timeline, [7, 1, 3, 9].map(seconds)),
)

/** Two cooks, and dishes that take as long as the delays say. */
async function evening(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string> {
  return endingOf(
    await timeline.outcome('pool', () =>
      it.runPool(2, delays.entries(), ([index, delay], signal) =>
        timeline.job(`dish ${index}`, delay)(signal),
      ),
    ),
  )
}
