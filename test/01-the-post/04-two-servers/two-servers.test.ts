import {
  everyInterleaving,
  expect,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { serveInTurn, serveTogether } from '#exercises/01-the-post/04-two-servers/two-servers.ts'
import * as reference from '#reference/01-the-post/04-two-servers/two-servers.ts'

const submission = { serveInTurn, serveTogether }

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

test('together, every customer waits only for their own meal', async ({ timeline }) => {
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

test('takes nothing for an answer, too', async ({ timeline }) => {
  const customers = ['', false, null, undefined]
  const handle = (customer: unknown) => timeline.job('job', seconds(1), { returns: customer })()

  const inTurn = await timeline.outcome('in turn', () => serveInTurn(customers, handle))
  const together = await timeline.outcome('together', () => serveTogether(customers, handle))

  const sentence = 'Customers and meals may be anything, undefined, too: one meal for each customer'
  expect(inTurn, sentence).toResolveTo(['', false, null, undefined])
  expect(together, sentence).toResolveTo(['', false, null, undefined])
})

test('hands over what the handler gave, as it is', async ({ timeline }) => {
  const meals = [['soup', 'bread'], ['tea']]
  const handle = (meal: string[]) => timeline.job('job', seconds(1), { returns: meal })()

  const inTurn = await timeline.call('in turn', () => serveInTurn(meals, handle))
  const together = await timeline.call('together', () => serveTogether(meals, handle))

  const sentence = 'A meal may be a list itself: one place for each customer, with that list in it'
  expect(inTurn, sentence).toEqual([['soup', 'bread'], ['tea']])
  expect(together, sentence).toEqual([['soup', 'bread'], ['tea']])
  expect(inTurn, 'Each meal has to arrive itself').toHoldTheVery(meals)
  expect(together, 'Each meal has to arrive itself').toHoldTheVery(meals)
})

test('two customers may share one meal', async ({ timeline }) => {
  const pot = timeline.job('pot', seconds(2), { returns: 'stew' })()
  const handle = () => pot

  const together = await timeline.call('together', () => serveTogether([1, 2, 3], handle))
  const inTurn = await timeline.call('in turn', () => serveInTurn([1, 2, 3], handle))

  const sentence =
    'The handler gave the same promise for all three of them, and still there is one\n' +
    'place in the list for each'
  expect(together, sentence).toEqual(['stew', 'stew', 'stew'])
  expect(inTurn, sentence).toEqual(['stew', 'stew', 'stew'])
})

test('leaves the list of the customers as it is', async ({ timeline }) => {
  const customers = [3, 1, 2]

  await timeline.call('in turn', () => serveInTurn(customers, handlerOf(timeline)))
  const afterInTurn = [...customers]
  await timeline.call('together', () => serveTogether(customers, handlerOf(timeline)))

  const sentence =
    'The list belongs to the caller, who may need it again: read it, and change\n' +
    'nothing in it. Afterwards it was'
  expect(afterInTurn, sentence).toEqual([3, 1, 2])
  expect(customers, sentence).toEqual([3, 1, 2])
})

test('two calls at the same time: neither waits for the customers of the other', async ({
  timeline,
}) => {
  const handle = async (customer: number) => {
    await timeline.sleep(seconds(customer))
    return `meal ${customer}`
  }

  const calls = [
    timeline.start('in turn, north', () => serveInTurn([3, 1], handle)),
    timeline.start('in turn, south', () => serveInTurn([2, 4], handle)),
    timeline.start('together, north', () => serveTogether([3, 1], handle)),
    timeline.start('together, south', () => serveTogether([2, 4], handle)),
  ]
  const [north, south, northAtOnce, southAtOnce] = await Promise.all(calls.map(outcomeOf))
  await timeline.rest()

  const sentence = 'Two calls at the same time share nothing, each has a list of its own'
  expect(north, sentence).toResolveTo(['meal 3', 'meal 1'])
  expect(south, sentence).toResolveTo(['meal 2', 'meal 4'])
  expect(northAtOnce, sentence).toResolveTo(['meal 3', 'meal 1'])
  expect(southAtOnce, sentence).toResolveTo(['meal 2', 'meal 4'])
  expect(timeline).toLookLike(`
    in turn, north   ===>
    in turn, south   =====>
    together, north  ==>
    together, south  ===>
  `)
})

test('together, thirty customers of 2 seconds each are served in 2 seconds', async ({
  timeline,
}) => {
  const customers = Array.from({ length: 30 }, (_, index) => index)
  const handle = () => timeline.sleep(seconds(2))

  await timeline.call('together', () => serveTogether(customers, handle))

  expect(timeline).toLookLike(`
    together  =>
  `)
})

test('waits for as long as a customer takes', async ({ timeline }) => {
  const handle = () => timeline.job('slow customer', seconds(3_600), { returns: 'a feast' })()

  const inTurn = await timeline.outcome('in turn', () => serveInTurn([1], handle))
  const together = await timeline.outcome('together', () => serveTogether([1], handle))

  const sentence = 'A customer may take an hour, and is waited for all the same'
  expect(inTurn, sentence).toResolveTo(['a feast'])
  expect(together, sentence).toResolveTo(['a feast'])
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

test('in turn, a failure is the end: whoever stands behind is not served any more', async ({
  timeline,
}) => {
  const burnt = new Error('the meal of customer 1 is burnt')
  const handle = handlerWhoBurns(timeline, burnt)

  const outcome = await timeline.outcome('in turn', () => serveInTurn([9, 1, 3, 5], handle))

  expect(outcome, 'serveInTurn has to fail with the very error of the handler').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    in turn     =========x
    customer 9  ========>
    customer 1  .........x
  `)
})

test('together, a failure is heard at once, and the others are served to the end', async ({
  timeline,
}) => {
  const burnt = new Error('the meal of customer 1 is burnt')
  const handle = handlerWhoBurns(timeline, burnt)

  const outcome = await timeline.outcome('together', () => serveTogether([9, 1, 3, 5], handle))

  expect(outcome, 'serveTogether has to fail with the very error of the handler').toRejectWith(
    burnt,
  )
  expect(timeline).toLookLike(`
    together    x
    customer 9  ========>
    customer 1  x
    customer 3  ==>
    customer 5  ====>
  `)
})

test('together, everybody is started even when the first fails at once', async ({ timeline }) => {
  const closed = new Error('no table left')
  const started: number[] = []
  const handle = (customer: number) => {
    started.push(customer)
    return customer === 1 ? Promise.reject(closed) : handlerOf(timeline)(customer)
  }

  const outcome = await timeline.outcome('together', () => serveTogether([1, 3, 5], handle))

  expect(outcome, 'serveTogether has to fail with the very error of the handler').toRejectWith(
    closed,
  )
  expect(started.sort(), 'Start everybody before you wait for anybody').toEqual([1, 3, 5])
})

test('together, fails with the first of several failures, and with nothing else', async ({
  timeline,
}) => {
  const [burnt, spilt] = [new Error('burnt'), new Error('spilt')]
  const handle = (customer: number) =>
    timeline.job(`customer ${customer}`, seconds(customer), {
      throws: customer === 1 ? burnt : spilt,
    })()

  const outcome = await timeline.outcome('together', () => serveTogether([2, 1, 3], handle))

  expect(outcome, 'serveTogether has to fail with the very error that came first').toRejectWith(
    burnt,
  )
})

test('a handler that rejects with undefined has failed like any other', async ({ timeline }) => {
  const handle = (name: string) => timeline.job(name, seconds(1), { throws: undefined })()

  const inTurn = await timeline.outcome('in turn', () => serveInTurn(['one', 'two'], handle))
  const together = await timeline.outcome('together', () =>
    serveTogether(['three', 'four'], handle),
  )

  const sentence = 'The handler has rejected with undefined, and no error of yours takes its place'
  expect(inTurn, sentence).toRejectWith(undefined)
  expect(together, sentence).toRejectWith(undefined)
  expect(timeline).toLookLike(`
    in turn   x
    one       x
    together  .x
    three     .x
    four      .x
  `)
})

test('begins anew after a failure', async ({ timeline }) => {
  const handle = handlerWhoBurns(timeline, new Error('the meal of customer 1 is burnt'))

  await timeline.outcome('in turn', () => serveInTurn([2, 1], handle))
  await timeline.outcome('together', () => serveTogether([2, 1], handle))
  const inTurn = await timeline.outcome('in turn again', () => serveInTurn([3], handle))
  const together = await timeline.outcome('together again', () => serveTogether([3], handle))

  const sentence = 'A call that has failed leaves nothing behind for the next one'
  expect(inTurn, sentence).toResolveTo(['meal 3'])
  expect(together, sentence).toResolveTo(['meal 3'])
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
