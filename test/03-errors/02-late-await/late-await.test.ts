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

  await timeline.call('serve', () => serve(plain(food), plain(drink)))

  expect(timeline).toLookLike(
    `
    serve  ========>
    food   ========>
    drink  >
  `,
    wordsFor(timeline, 'Both are ordered at second 0, and served when both are there.'),
  )
})

test('a drink that fails is heard of at once', async ({ timeline }) => {
  const food = timeline.job('food', seconds(9))
  const drink = timeline.job<string>('drink', seconds(1), { throws: noTap })

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  expect(timeline).toLookLike(
    `
    serve  x
    food   ========>
    drink  x
  `,
    wordsFor(timeline, 'The drink fails at second 1, and the guest has to hear it at second 1.'),
  )
  expectAllHeard(timeline)
})

test('food that fails is heard of at once, too', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job('drink', seconds(5))

  await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  expect(timeline).toLookLike(
    `
    serve  ==x
    food   ==x
    drink  ====>
  `,
    wordsFor(timeline, 'The food fails at second 3, and the guest has to hear it at second 3.'),
  )
  expectAllHeard(timeline)
})

test('serves the food first and then the drink', async ({ timeline }) => {
  const food = timeline.job('food', seconds(3), { returns: 'steak' })
  const drink = timeline.job('drink', seconds(1), { returns: undefined })

  const served = await timeline.call('serve', () => serve(plain(food), plain(drink)))

  expect(
    served,
    'serve resolves to the food and the drink, in this order, whatever they are',
  ).toEqual(['steak', undefined])
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

  const outcome = await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  expectError(outcome, noTap, 'The drink fails at second 3, the food only at second 5')
  expect(timeline).toLookLike(
    `
    serve  ==x
    food   ====x
    drink  ==x
  `,
    wordsFor(timeline, 'The drink fails first, at second 3.'),
  )
})

test('the failure that comes second is not left unheard', async ({ timeline }) => {
  const food = timeline.job<string>('food', seconds(3), { throws: noGas })
  const drink = timeline.job<string>('drink', seconds(5), { throws: noTap })

  const outcome = await timeline.outcome('serve', () => serve(plain(food), plain(drink)))

  expectError(outcome, noGas, 'The food fails at second 3, the drink only at second 5')
  expectAllHeard(timeline)
})

test('the drink is ordered even when the food fails at once', async ({ timeline }) => {
  const drink = timeline.job('drink', seconds(3))

  const outcome = await timeline.outcome('serve', () =>
    serve(() => Promise.reject<string>(noGas), plain(drink)),
  )

  expectError(outcome, noGas, 'The guest has to hear what the kitchen said')
  expect(timeline).toLookLike(
    `
    serve  |
    drink  ==>
  `,
    { sentence: 'Both are ordered before anybody waits, and so before anybody can fail.' },
  )
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

/** The rejections, as yet, to which nobody listened. */
function unheard({ leftBehind }: Timeline): string[] {
  return leftBehind.filter(({ kind }) => kind === 'unhandled').map(({ sentence }) => sentence)
}

/** The picture's words, and what the recording tells of the likely cause. */
function wordsFor(timeline: Timeline, sentence: string): { sentence: string; cause?: string } {
  const cause = causeOf(timeline)
  return cause === undefined ? { sentence } : { sentence, cause }
}

function causeOf(timeline: Timeline): string | undefined {
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
  const other = failed === food ? 'drink' : 'food'
  if (unheard(timeline).length > 0) {
    return (
      `the ${failed.label} failed while you waited for the ${other}, and nobody was listening. ` +
      'That alone ends a Node process. Listen to both at the same time.'
    )
  }
  return call.end > (failed.end ?? Infinity)
    ? `the failure of the ${failed.label} had to wait until the ${other} was there. Listen to both at the same time.`
    : undefined
}

/** Fails when a promise was rejected to which nobody listened; says more than the harness can. */
function expectAllHeard(timeline: Timeline): void {
  const [sentence] = unheard(timeline)
  if (sentence === undefined) return
  expect.fail(
    'serve itself has rejected in time, and yet another promise failed.\n' +
      `${sentence.split('\n')[0] ?? ''}\n` +
      'Each then, catch and finally makes a new promise. It may fail like the one\n' +
      'before, and wants somebody who listens as well.',
  )
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
