import { inspect } from 'node:util'

import {
  everyInterleaving,
  expect,
  onTheWallClock,
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

test('food and drink are ordered at the same time', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job('drink', seconds(1))
  const unheard = listenForUnheard()

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))
  unheard.stop()

  expect(timeline).toLookLike(
    `
    serve  ========>
    food   ========>
    drink  >
  `,
    wordsFor(
      timeline,
      unheard.reasons,
      'Both are ordered at second 0, and served when both are there.',
    ),
  )
})

test('a drink that fails is heard of at once', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job<string>('drink', seconds(1), { throws: noTap })
  const unheard = listenForUnheard()

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))
  unheard.stop()

  expect(timeline).toLookLike(
    `
    serve  x
    food   ========>
    drink  x
  `,
    wordsFor(
      timeline,
      unheard.reasons,
      'The drink fails at second 1, and the guest has to hear it at second 1.',
    ),
  )
})

test('food that fails is heard of at once, too', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job('drink', seconds(5))
  const unheard = listenForUnheard()

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))
  unheard.stop()

  expect(timeline).toLookLike(
    `
    serve  ==x
    food   ==x
    drink  ====>
  `,
    wordsFor(
      timeline,
      unheard.reasons,
      'The food fails at second 3, and the guest has to hear it at second 3.',
    ),
  )
})

test('serves the food first and then the drink', async ({ timeline }) => {
  const food = timeline.job('food', seconds(3), { returns: 'steak' })
  const drink = timeline.job('drink', seconds(1), { returns: 'beer' })

  const served = await timeline.call('serve', () => serve(plain(food), plain(drink)))

  expect(served, 'serve resolves to the food and the drink, in this order').toEqual([
    'steak',
    'beer',
  ])
})

test('fails with the very error of the drink', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job<string>('drink', seconds(1), { throws: noTap })

  const outcome = await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  expectError(outcome, noTap, 'The guest has to hear what the bar said')
})

test('when both fail, the first failure is the one to hear', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(5), { throws: noGas })
  const drink = timeline.job<string>('drink', seconds(3), { throws: noTap })
  const unheard = listenForUnheard()

  const outcome = await timeline.outcome('serve', () => serve(plain(food), plain(drink)))
  unheard.stop()

  expectError(outcome, noTap, 'The drink fails at second 3, the food only at second 5')
  expect(timeline).toLookLike(
    `
    serve  ==x
    food   ====x
    drink  ==x
  `,
    wordsFor(timeline, unheard.reasons, 'The drink fails first, at second 3.'),
  )
})

test('the failure that comes second is not left unheard', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job<string>('drink', seconds(5), { throws: noTap })
  const unheard = listenForUnheard()

  const outcome = await timeline.outcome('serve', () => serve(plain(food), plain(drink)))
  unheard.stop()

  expectError(outcome, noGas, 'The food fails at second 3, the drink only at second 5')
  expect(
    unheard.reasons.map(String),
    'serve itself has rejected in time, and yet another promise failed to which\n' +
      'nobody listened. Each then, catch and finally makes a new promise. It may fail\n' +
      'like the one before, and wants somebody who listens as well',
  ).toEqual([])
})

test('the drink is ordered even when the food fails at once', async ({ timeline }) => {
  const drink = timeline.job('drink', seconds(3))
  let [ordered, orderedAtOnce] = [0, 0]

  const outcome = await timeline.outcome('serve', () =>
    serve(
      () => {
        ordered += 1
        queueMicrotask(() => (orderedAtOnce = ordered))
        return Promise.reject<string>(noGas)
      },
      () => {
        ordered += 1
        return drink()
      },
    ),
  )

  expectError(outcome, noGas, 'The guest has to hear what the kitchen said')
  expect(timeline).toLookLike(
    `
    serve  |
    drink  ==>
  `,
    { sentence: 'Both are ordered before anybody waits, and so before anybody can fail.' },
  )
  expect(
    orderedAtOnce,
    'Call both functions in one go, and wait then: an await between the two calls, even one of ' +
      'nothing, lets others run meanwhile. Ordered before the first wait',
  ).toBe(2)
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

    const [outcome] = await Promise.allSettled([
      order.timeline.start('serve', () => serve(food, drink)),
    ])

    expectError(outcome, failures[0], 'The first failure is the one to hear')
  }))

test('serves whatever a job resolves to', async ({ timeline }) => {
  const servedIn = async (food: () => Promise<unknown>, drink: () => Promise<unknown>) => {
    const outcome = await timeline.outcome('serve', () => serve(food, drink))
    return outcome.status === 'fulfilled' ? outcome.value : 'nothing is served'
  }

  for (const nothing of [undefined, 0, '', false, null]) {
    const sentence = 'Whatever a job resolves to, it is there, and it is served'
    expect(await servedIn(orderOf(timeline, nothing), plate(timeline)), sentence).toEqual([
      nothing,
      'plate',
    ])
    expect(await servedIn(plate(timeline), orderOf(timeline, nothing)), sentence).toEqual([
      'plate',
      nothing,
    ])
  }
})

test('serves lists as they are', async ({ timeline }) => {
  const [starters, drinks] = [
    ['soup', 'salad'],
    ['beer', 'wine'],
  ]

  const served = await timeline.call('serve', () =>
    serve(orderOf(timeline, starters), orderOf(timeline, drinks)),
  )

  const sentence = 'serve resolves to a pair, and a list is one thing: it is served as it is'
  expect(served, sentence).toEqual([starters, drinks])
  expect(served[0], sentence).toBe(starters)
})

test('fails with whatever a job fails with', async ({ timeline }) => {
  const reasons = [undefined, 0, '', false, null, 'no beer today', new AggregateError([])]

  for (const throws of reasons) {
    const drink = timeline.job<string>('drink', seconds(1), { throws })
    const outcome = await timeline.outcome('serve', () => serve(plate(timeline), plain(drink)))

    const sentence =
      'Whatever a job fails with, it has failed, and the guest hears the same. Here\n' +
      `the drink fails with ${inspect(throws)}`
    expect(outcome.status, sentence).toBe('rejected')
    expectError(outcome, throws, sentence)
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
  const job = (label: string, needs: number, fails: object = {}) =>
    plain(timeline.job<string>(label, seconds(needs), fails))

  await Promise.allSettled([
    timeline.start('guest A', () => serve(job('food A', 4), job('drink A', 1, { throws: noTap }))),
    timeline.start('guest B', () => serve(job('food B', 3), job('drink B', 2))),
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
    {
      sentence:
        'Each guest has an alarm of his own, and B is served although the drink of A has ' +
        'failed. What stands outside the function is shared by all calls.',
    },
  )
})

test('hears of a failure at the very moment it comes', async ({ timeline }) => {
  const food = timeline.job('food', seconds(4))
  const drink = timeline.job<string>('drink', seconds(2.43), { throws: noTap })

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  const end = timeline.spans.find(({ label }) => label === 'serve')?.end ?? Infinity
  expect(
    end - seconds(2.43),
    'The drink fails after 2.43 seconds, and the guest hears it at that moment.\n' +
      'Nobody has to look again and again: a promise calls its handlers.\n' +
      'Milliseconds too late',
  ).toBeLessThan(10)
})

test('waits as long as a job takes', async ({ timeline }) => {
  const roast = timeline.job('roast', seconds(3 * 60 * 60))

  const outcome = await timeline.outcome('serve', () => serve(plain(roast), plate(timeline)))

  expect(
    outcome,
    'However long a job takes, the guest waits for it: nobody has asked for a\n' +
      'limit. This roast takes three hours',
  ).toEqual({ status: 'fulfilled', value: ['roast', 'plate'] })
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
    const food = timeline.job<string>(
      `food, ${fails} fails`,
      foodTakes,
      fails === 'food' ? { throws: noGas } : {},
    )
    const drink = timeline.job<string>(
      `drink, ${fails} fails`,
      drinkTakes,
      fails === 'drink' ? { throws: noTap } : {},
    )
    const outcome = await timeline.outcome(`serve, ${fails} fails`, () =>
      it.serve(plain(food), plain(drink)),
    )
    served.push(outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason))
  }
  return served
}

/** A job that takes nothing, not even a signal, whatever a submission hands to it. */
function plain<T>(job: () => Promise<T>): () => Promise<T> {
  return () => job()
}

/** Something that is there after a second. */
const orderOf = <T>(timeline: Timeline, returns: T): (() => Promise<T>) =>
  plain(timeline.job<T>('order', seconds(1), { returns }))

const plate = (timeline: Timeline) => plain(timeline.job('plate', seconds(2)))

/** Notes what was rejected while nobody listened, when Node notices it. */
function listenForUnheard() {
  const reasons: unknown[] = []
  const note = (reason: unknown) => void reasons.push(reason)
  process.on('unhandledRejection', note)
  return { reasons, stop: () => void process.off('unhandledRejection', note) }
}

/** The picture's words, and what the recording tells of the likely cause. */
function wordsFor(
  timeline: Timeline,
  unheard: readonly unknown[],
  sentence: string,
): { sentence: string; cause?: string } {
  const cause = causeOf(timeline, unheard)
  return cause === undefined ? { sentence } : { sentence, cause }
}

function causeOf(timeline: Timeline, unheard: readonly unknown[]): string | undefined {
  if (timeline.spans.filter(({ kind }) => kind === 'job').length > 2) {
    return 'a job was started again. Nobody has asked for a second try: start each once.'
  }
  const spanOf = (label: string) => timeline.spans.find((span) => span.label === label)
  const [call, food, drink] = [spanOf('serve'), spanOf('food'), spanOf('drink')]
  if (!food || !drink || food.start > 0 || drink.start > 0) {
    return 'one is ordered when the other has settled. Start both before you wait for either.'
  }
  const failed = [food, drink].find(({ how }) => how === 'rejected')
  if (!failed || !call) return undefined
  if (call.end === undefined) {
    return `nobody passes on the failure of the ${failed.label}, and serve waits for ever.`
  }
  if (call.how === 'resolved') {
    return `somebody caught the failure of the ${failed.label} and kept it: that serves a blank plate.`
  }
  const other = failed === food ? drink : food
  if (call.end < (other.end ?? Infinity)) return undefined
  return unheard.length > 0
    ? `the ${failed.label} failed while you waited for the ${other.label}, and nobody was ` +
        'listening. That alone ends a Node process. Listen to both at the same time.'
    : `the failure of the ${failed.label} had to wait until the ${other.label} was there. ` +
        'Listen to both at the same time.'
}

/** Fails when the outcome is anything but a rejection with this very error. */
function expectError(
  outcome: PromiseSettledResult<unknown>,
  error: unknown,
  sentence: string,
): void {
  const came: unknown = outcome.status === 'rejected' ? outcome.reason : 'no error'
  expect(came, sentence).toBe(error)
}
