import {
  EMPTY,
  everyInterleaving,
  expect,
  inWords,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { serve } from '#exercises/03-errors/02-late-await/late-await.ts'
import * as reference from '#reference/03-errors/02-late-await/late-await.ts'

const submission = { serve }

const noTap = new Error('the tap is broken')
const noGas = new Error('the gas is out')

test('food and drink are ordered at once, and served when both are there', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job('drink', seconds(1))

  await timeline.outcome('serve', () => serve(food, drink))

  expect(timeline).toLookLike(`
    serve  ========>
    food   ========>
    drink  >
  `)
})

test('the guest hears at once of a drink that fails', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job<string>('drink', seconds(1), { throws: noTap })

  await timeline.outcome('serve', () => serve(food, drink))

  expect(timeline).toLookLike(`
    serve  x
    food   ========>
    drink  x
  `)
})

test('the guest hears at once of food that fails, too', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job('drink', seconds(5))

  await timeline.outcome('serve', () => serve(food, drink))

  expect(timeline).toLookLike(`
    serve  ==x
    food   ==x
    drink  ====>
  `)
})

test('serves the food first and then the drink', async ({ timeline }) => {
  const food = timeline.job('food', seconds(3), { returns: 'steak' })
  const drink = timeline.job('drink', seconds(1), { returns: 'beer' })

  const served = await timeline.call('serve', () => serve(food, drink))

  expect(served, 'serve resolves to the food and the drink, in this order').toEqual([
    'steak',
    'beer',
  ])
})

test('fails with the very error of the drink', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job<string>('drink', seconds(1), { throws: noTap })

  const outcome = await timeline.outcome('serve', () => serve(food, drink))

  expect(outcome, 'The guest has to hear what the bar said').toRejectWith(noTap)
})

test('when both fail, the first failure is the one to hear', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(5), { throws: noGas })
  const drink = timeline.job<string>('drink', seconds(3), { throws: noTap })

  const outcome = await timeline.outcome('serve', () => serve(food, drink))

  expect(outcome, 'The drink fails at second 3, the food only at second 5').toRejectWith(noTap)
  expect(timeline).toLookLike(`
    serve  ==x
    food   ====x
    drink  ==x
  `)
})

test('the failure that comes second is not left unheard', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job<string>('drink', seconds(5), { throws: noTap })

  const outcome = await timeline.outcome('serve', () => serve(food, drink))

  expect(outcome, 'The food fails at second 3, the drink only at second 5').toRejectWith(noGas)
  expect(
    timeline.unheardReasons.map(String),
    'serve itself has rejected in time, and yet another promise failed to which ' +
      'nobody listened. Each then, catch and finally makes a new promise. It may fail ' +
      'like the one before, and wants somebody who listens as well',
  ).toEqual([])
})

test('orders both before anybody waits, so before anybody can fail', async ({ timeline }) => {
  const brew = timeline.job('drink', seconds(3))
  let [ordered, orderedAtOnce] = [0, 0]
  const food = () => {
    ordered += 1
    queueMicrotask(() => (orderedAtOnce = ordered))
    return Promise.reject<string>(noGas)
  }
  const drink = () => {
    ordered += 1
    return brew()
  }

  const outcome = await timeline.outcome('serve', () => serve(food, drink))

  expect(outcome, 'The guest has to hear what the kitchen said').toRejectWith(noGas)
  expect(
    orderedAtOnce,
    'Call both functions in one go, and wait then: an await between the two calls, even one of ' +
      'nothing, lets others run meanwhile. Ordered before the first wait',
  ).toBe(2)
  expect(timeline).toLookLike(`
    serve  |
    drink  ==>
  `)
})

test('serves the food first, whichever is ready first', () =>
  everyInterleaving(async (order) => {
    const served = await order.timeline.start('serve', () =>
      serve(order.job('food', 'steak'), order.job('drink', 'beer')),
    )

    expect(served).toEqual(['steak', 'beer'])
  }))

test('leaves no failure unheard, whichever comes first', () =>
  everyInterleaving(async (order) => {
    const failures: unknown[] = []
    const noting = (job: () => Promise<never>) => () =>
      job().catch((error: unknown) => {
        failures.push(error)
        throw error
      })
    const food = noting(order.failingJob('food', noGas))
    const drink = noting(order.failingJob('drink', noTap))

    const outcome = await outcomeOf(order.timeline.start('serve', () => serve(food, drink)))

    expect(outcome, 'The first failure is the one to hear').toRejectWith(failures[0])
  }))

test('serves whatever a job resolves to', async ({ timeline }) => {
  const plate = timeline.job('plate', seconds(2))

  for (const nothing of EMPTY) {
    const order = timeline.job<unknown>('order', seconds(1), { returns: nothing })

    const asFood = await timeline.outcome('serve', () => serve(order, plate))
    const asDrink = await timeline.outcome('serve', () => serve(plate, order))

    const sentence = 'Whatever a job resolves to, it is there, and it is served'
    expect(asFood, sentence).toResolveTo([nothing, 'plate'])
    expect(asDrink, sentence).toResolveTo(['plate', nothing])
  }
})

test('serves lists as they are', async ({ timeline }) => {
  const starters = ['soup', 'salad']
  const drinks = ['beer', 'wine']
  const food = timeline.job('food', seconds(1), { returns: starters })
  const drink = timeline.job('drink', seconds(1), { returns: drinks })

  const served = await timeline.call('serve', () => serve(food, drink))

  const sentence = 'serve resolves to a pair, and a list is one thing: it is served as it is'
  expect(served, sentence).toEqual([starters, drinks])
  expect(served[0], sentence).toBe(starters)
})

test('fails with whatever a job fails with', async ({ timeline }) => {
  const food = timeline.job('food', seconds(2))

  for (const throws of [...EMPTY, 'no beer today', new AggregateError([])]) {
    const drink = timeline.job<string>('drink', seconds(1), { throws })

    const outcome = await timeline.outcome('serve', () => serve(food, drink))

    expect(
      outcome,
      'Whatever a job fails with, it has failed, and the guest hears the same. Here ' +
        `the drink fails with ${inWords(throws)}`,
    ).toRejectWith(throws)
  }
})

test('serves two of the same', async ({ timeline }) => {
  let glasses = 0
  const pour = () => {
    glasses += 1
    return timeline.job('glass', seconds(2), { returns: `glass ${glasses}` })()
  }

  const served = await timeline.call('serve', () => serve(pour, pour))

  expect(
    [...served].sort(),
    'The same function is ordered twice: it is called twice, and brings two glasses',
  ).toEqual(['glass 1', 'glass 2'])
})

test('serves two guests at once, each with an alarm of his own', async ({ timeline }) => {
  const foodA = timeline.job('food A', seconds(4))
  const drinkA = timeline.job<string>('drink A', seconds(1), { throws: noTap })
  const foodB = timeline.job('food B', seconds(3))
  const drinkB = timeline.job('drink B', seconds(2))

  await Promise.allSettled([
    timeline.start('guest A', () => serve(foodA, drinkA)),
    timeline.start('guest B', () => serve(foodB, drinkB)),
  ])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    guest A  x
    food A   ===>
    drink A  x
    guest B  ==>
    food B   ==>
    drink B  =>
  `,
    { sentence: 'What stands outside the function is shared by all calls.' },
  )
})

test('hears of a failure at the very moment it comes', async ({ timeline }) => {
  const food = timeline.job('food', seconds(4))
  const drink = timeline.job<string>('drink', seconds(2.43), { throws: noTap })

  await timeline.outcome('serve', () => serve(food, drink))

  expect(
    timeline,
    'The drink fails after 2.43 seconds, and the guest hears it at that moment. ' +
      'Nobody has to look again and again: a promise calls its handlers',
  ).toEndAt('serve', seconds(2.43), { late: 10 })
})

test('waits as long as a job takes', async ({ timeline }) => {
  const roast = timeline.job('roast', seconds(3 * 60 * 60))
  const beer = timeline.job('beer', seconds(2))

  const outcome = await timeline.outcome('serve', () => serve(roast, beer))

  expect(
    outcome,
    'However long a job takes, the guest waits for it: nobody has asked for a ' +
      'limit. This roast takes three hours',
  ).toResolveTo(['roast', 'beer'])
})

withRandomDelays(submission, reference, (it, timeline, [first = 0, second = seconds(13)]) =>
  threeGuests(it, timeline, first, second),
)

onTheWallClock(submission, reference, (it, timeline) =>
  threeGuests(it, timeline, seconds(3), seconds(1)),
)

/** One guest after another: for the first all goes well, then the bar fails, then the kitchen. */
async function threeGuests(
  it: typeof submission,
  timeline: Timeline,
  foodTakes: number,
  drinkTakes: number,
): Promise<unknown[]> {
  const served: unknown[] = []
  for (const fails of ['nothing', 'drink', 'food']) {
    const job = (label: string, ms: number, error: Error) =>
      timeline.job<string>(`${label}, ${fails} fails`, ms, label === fails ? { throws: error } : {})
    const [food, drink] = [job('food', foodTakes, noGas), job('drink', drinkTakes, noTap)]
    const outcome = await timeline.outcome(`serve, ${fails} fails`, () => it.serve(food, drink))
    served.push(outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason))
  }
  return served
}
