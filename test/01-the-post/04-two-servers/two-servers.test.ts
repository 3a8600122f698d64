import {
  everyInterleaving,
  expect,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { serveInTurn, serveTogether } from '#exercises/01-the-post/04-two-servers/two-servers.ts'
import * as reference from '#reference/01-the-post/04-two-servers/two-servers.ts'

const submission = { serveInTurn, serveTogether }

/** A handler that needs 3 seconds for customer 3. */
const handlerOf =
  (timeline: Timeline, who = 'customer') =>
  (customer: number) =>
    timeline.job(`${who} ${customer}`, seconds(customer), { returns: `meal ${customer}` })()

/** The same, but the meal of customer 1 is burnt. */
const handlerWhoBurns = (timeline: Timeline, burnt: Error) => (customer: number) =>
  customer === 1
    ? timeline.job<string>('customer 1', seconds(1), { throws: burnt })()
    : handlerOf(timeline)(customer)

/** What a call fails with. */
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  )

test('in turn, every customer waits for all who came before', async ({ timeline }) => {
  await timeline.call('in turn', () => serveInTurn([9, 1, 3, 5, 7], handlerOf(timeline)))

  expect(timeline).toLookLike(`
    in turn     ========================>
    customer 9  ========>
    customer 1  .........>
    customer 3  ..........==>
    customer 5  .............====>
    customer 7  ..................======>
  `)
})

test('together, every customer waits only for the own meal', async ({ timeline }) => {
  await timeline.call('together', () => serveTogether([9, 1, 3, 5, 7], handlerOf(timeline)))

  expect(timeline).toLookLike(`
    together    ========>
    customer 9  ========>
    customer 1  >
    customer 3  ==>
    customer 5  ====>
    customer 7  ======>
  `)
})

test('in turn, the meals come in the order of the customers', async ({ timeline }) => {
  const meals = await timeline.call('in turn', () => serveInTurn([9, 1, 3], handlerOf(timeline)))

  expect(meals, 'One meal for each customer, in the order in which they asked').toEqual([
    'meal 9',
    'meal 1',
    'meal 3',
  ])
})

test('together, the meals come in the order of the customers', async ({ timeline }) => {
  const meals = await timeline.call('together', () => serveTogether([9, 1, 3], handlerOf(timeline)))

  expect(
    meals,
    'One meal for each customer, in the order in which they asked, not in which they were ready',
  ).toEqual(['meal 9', 'meal 1', 'meal 3'])
})

test('keeps that order in whatever order the meals are ready', () =>
  everyInterleaving(async (order) => {
    const handle = (customer: number) => order.job(`customer ${customer}`, `meal ${customer}`)()

    const meals = await order.timeline.start('together', () => serveTogether([1, 2, 3], handle))

    expect(meals).toEqual(['meal 1', 'meal 2', 'meal 3'])
  }))

test('two customers who order the same get a meal each', async ({ timeline }) => {
  let meals = 0
  const handle = () => timeline.job('tea', seconds(2), { returns: `tea ${(meals += 1)}` })()

  const inTurn = await timeline.call('in turn', () => serveInTurn(['tea', 'tea'], handle))
  const together = await timeline.call('together', () => serveTogether(['tea', 'tea'], handle))

  const sentence = 'Two customers, two meals, although they order the same'
  expect(inTurn, sentence).toEqual(['tea 1', 'tea 2'])
  expect(together, sentence).toEqual(['tea 3', 'tea 4'])
})

test('has nothing to wait for when nobody comes', async ({ timeline }) => {
  const meals = [
    await timeline.call('in turn', () => serveInTurn([], handlerOf(timeline))),
    await timeline.call('together', () => serveTogether([], handlerOf(timeline))),
  ]

  expect(meals, 'Without customers there are no meals, in turn and together').toEqual([[], []])
  expect(timeline).toLookLike(`
    in turn   |
    together  |
  `)
})

test('in turn, a failure ends the queue', async ({ timeline }) => {
  const burnt = new Error('the meal of customer 1 is burnt')
  const handle = handlerWhoBurns(timeline, burnt)

  const error = await errorOf(timeline.call('in turn', () => serveInTurn([9, 1, 3, 5], handle)))

  expect(error, 'serveInTurn has to fail with the error of the handler').toBe(burnt)
  expect(timeline).toLookLike(
    `
    in turn     =========x
    customer 9  ========>
    customer 1  .........x
    `,
    {
      sentence:
        'In turn, a failure is the end: serveInTurn fails at once, and whoever stands behind is ' +
        'not served any more.',
    },
  )
})

test('together, everybody has already been started when one fails', async ({ timeline }) => {
  const burnt = new Error('the meal of customer 1 is burnt')
  const handle = handlerWhoBurns(timeline, burnt)

  const error = await errorOf(timeline.call('together', () => serveTogether([9, 1, 3, 5], handle)))

  expect(error, 'serveTogether has to fail with the error of the handler').toBe(burnt)
  expect(timeline).toLookLike(
    `
    together    x
    customer 9  ========>
    customer 1  x
    customer 3  ==>
    customer 5  ====>
    `,
    {
      sentence:
        'Together, a failure is heard at once, whoever else is still being served; and those are ' +
        'served to the end.',
    },
  )
})

test('together, everybody is started even when the first fails at once', async ({ timeline }) => {
  const closed = new Error('no table left')
  const started: number[] = []
  const handle = (customer: number) => {
    started.push(customer)
    return customer === 1 ? Promise.reject(closed) : handlerOf(timeline)(customer)
  }

  const error = await errorOf(timeline.call('together', () => serveTogether([1, 3, 5], handle)))

  expect(error, 'serveTogether has to fail with the error of the handler').toBe(closed)
  expect(started.sort(), 'Start everybody before you wait for anybody').toEqual([1, 3, 5])
})

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  const customers = delays.map((delay) => delay / seconds(1))
  return [
    await timeline.call('in turn', () =>
      it.serveInTurn([...customers], handlerOf(timeline, 'in turn')),
    ),
    await timeline.call('together', () =>
      it.serveTogether([...customers], handlerOf(timeline, 'together')),
    ),
  ]
})

onTheWallClock(submission, reference, async (it, timeline) => [
  await timeline.call('in turn', () => it.serveInTurn([5, 1, 3], handlerOf(timeline, 'in turn'))),
  await timeline.call('together', () =>
    it.serveTogether([5, 1, 3], handlerOf(timeline, 'together')),
  ),
])
