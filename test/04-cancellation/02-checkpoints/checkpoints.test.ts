import {
  EMPTY,
  endingOf,
  expect,
  inWords,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { cook } from '#exercises/04-cancellation/02-checkpoints/checkpoints.ts'
import * as reference from '#reference/04-cancellation/02-checkpoints/checkpoints.ts'
import type { Step } from '#reference/04-cancellation/02-checkpoints/checkpoints.ts'

const submission = { cook }

const bus = new Error('the bus is coming')

test('stops the step when the customer leaves, and begins no other', async ({ timeline }) => {
  const fry = timeline.job('fry', seconds(3))

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(`
    cook             ===x
    prep             ==>
    fry              ...!
    customer leaves  ....|
  `)
})

test('stays with a step that cannot be stopped, and begins no other', async ({ timeline }) => {
  const fry = timeline.job<string>('fry', seconds(3), { deaf: true })

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(`
    cook             =====x
    prep             ==>
    fry              ...==>
    customer leaves  ....|
  `)
})

test('stays with a step that has to put the hot pan down', async ({ timeline }) => {
  const fry = timeline.job<string>('fry', seconds(3), { cleanup: seconds(1) })

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(`
    cook             ====x
    prep             ==>
    fry              ...=!
    customer leaves  ....|
  `)
})

test('rejects with the reason of the signal', async ({ timeline }) => {
  const fry = timeline.job('fry', seconds(3))
  const deafFry = timeline.job<string>('fry', seconds(3), { deaf: true })

  const stopped = await cookUntilFour(timeline, fry, bus)
  const done = await cookUntilFour(timeline, deafFry, bus)

  const sentence = 'cook rejects with signal.reason when the customer has left'
  expect(stopped, `${sentence} and fry was stopped`).toRejectWith(bus)
  expect(done, `${sentence} and fry could not be stopped`).toRejectWith(bus)
})

test('does not even begin when the customer has already left', async ({ timeline }) => {
  const signal = AbortSignal.abort(bus)
  const steps = ['prep', 'fry'].map((name) =>
    timeline.job<string>(name, seconds(3), { deaf: true }),
  )

  const outcome = await timeline.outcome('cook', () => cook(steps, signal))

  expect(outcome).toRejectWith(bus)
  expect(timeline).toLookLike(`
    cook  |
  `)
})

test('cooks one step after another when nobody leaves', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')
  const steps = ['prep', 'fry', 'plate'].map((name) => timeline.job(name, seconds(3)))

  const dish = await timeline.call('cook', () => cook(steps, signal))

  expect(dish, 'The dish is what each step has done, in the order of the recipe').toEqual([
    'prep',
    'fry',
    'plate',
  ])
  expect(timeline).toLookLike(`
    cook   ========>
    prep   ==>
    fry    ...==>
    plate  ......==>
  `)
})

test('ends with a step that goes wrong, and with its error', async ({ timeline }) => {
  const burnt = new Error('the fish is burnt')
  const { signal } = timeline.controller('customer leaves')
  const steps = [
    timeline.job('prep', seconds(3)),
    timeline.job<string>('fry', seconds(3), { throws: burnt }),
    timeline.job('plate', seconds(3)),
  ]

  const outcome = await timeline.outcome('cook', () => cook(steps, signal))

  expect(
    outcome,
    'Nobody has left, a step went wrong: cook rejects with the error of the step',
  ).toRejectWith(burnt)
  expect(timeline).toLookLike(`
    cook  =====x
    prep  ==>
    fry   ...==x
  `)
})

test('stops for any reason, even for 0', async ({ timeline }) => {
  // Without undefined: for that, abort makes a reason itself.
  for (const reason of EMPTY.slice(1)) {
    const fry = timeline.job<string>('fry', seconds(3), { deaf: true })

    const outcome = await cookUntilFour(timeline, fry, reason)

    const sentence =
      'Ask signal.aborted, or signal.throwIfAborted(), whether the customer has left: then no ' +
      `further step begins, and cook rejects with the reason, which here is ${inWords(reason)}`
    expect(outcome, sentence).toRejectWith(reason)
    expect(timeline, sentence).toStart('plate', 0)
  }
})

test('stays with a step that does not listen, however long', async ({ timeline }) => {
  const roast = timeline.job<string>('roast', seconds(900), { deaf: true })
  const { signal } = timeline.controller('customer leaves', { after: seconds(4) })

  await timeline.outcome('cook', () => cook([roast], signal))

  expect(
    timeline,
    'The roast cannot be stopped, and is done at second 900. The customer left at second 4, and ' +
      'nobody has set the cook a limit',
  ).toEndAt('cook', seconds(900))
})

test('waits as long as a step takes when nobody leaves', async ({ timeline }) => {
  const stew = timeline.job('stew', seconds(900))
  const { signal } = timeline.controller('nobody leaves')

  const outcome = await timeline.outcome('cook', () => cook([stew], signal))

  expect(
    outcome,
    'The stew listens, takes 900 seconds, and nobody leaves: hand it the signal that you were given, ' +
      'and nothing that calls it off on its own',
  ).toResolveTo(['stew'])
})

test('a step may go wrong without an error', async ({ timeline }) => {
  for (const error of EMPTY) {
    const fry = timeline.job<string>('fry', seconds(1), { throws: error })
    const { signal } = new AbortController()

    const outcome = await timeline.outcome('cook', () => cook([fry], signal))

    expect(
      outcome,
      'A step that rejects has gone wrong, whatever it rejects with: cook rejects with that',
    ).toRejectWith(error)
  }
})

test('takes an AbortError for no answer when nobody has left', async ({ timeline }) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const order = timeline.job<string>('order', seconds(1), { throws: hungUp })
  const { signal } = new AbortController()

  const outcome = await timeline.outcome('cook', () => cook([order], signal))

  expect(
    outcome,
    'Nobody has left, and a step fails with an AbortError of its own: cook rejects with that. Ask ' +
      'the signal, and not the error, whether the customer has left',
  ).toRejectWith(hungUp)
})

test('takes an AbortError for no answer when somebody has left, either', async ({ timeline }) => {
  const stopped = new DOMException('the pan is off', 'AbortError')
  const frying = timeline.job('fry', seconds(3))
  // As with the timers of Node, what a step rejects with is not the reason of the signal.
  const fry = (signal?: AbortSignal) => frying(signal).catch(() => Promise.reject(stopped))

  const outcome = await cookUntilFour(timeline, fry, bus)

  const saysWhy = outcome.status === 'rejected' && outcome.reason === bus
  expect(
    outcome,
    'The customer leaves, and fry stops with an AbortError, as the timers of Node do: cook rejects ' +
      'with it, or with signal.reason, and serves no half a dish',
  ).toRejectWith(saysWhy ? bus : stopped)
})

test('puts down what each step tells, even nothing, or the same twice', async ({ timeline }) => {
  const stir = timeline.job('stir', seconds(1))
  const wait = timeline.job('wait', seconds(1), { returns: '' })
  const { signal } = new AbortController()

  const dish = await timeline.call('cook', () => cook([stir, wait, stir, stir], signal))

  expect(
    dish,
    'Four steps, three of which are the same function, while one of them tells nothing: the dish ' +
      'has an entry for each, in the order of the recipe',
  ).toEqual(['stir', '', 'stir', 'stir'])
})

test('follows a recipe of any length, and leaves it as it is', async ({ timeline }) => {
  for (const length of [0, 1, 30]) {
    const steps = Array.from({ length }, () => timeline.job('stir', seconds(1)))
    const { signal } = new AbortController()

    const outcome = await timeline.outcome('cook', () => cook(steps, signal))

    expect(
      outcome,
      'The dish tells of as many steps as there are, and without steps it is an empty list',
    ).toResolveTo(Array.from({ length }, () => 'stir'))
    expect(
      steps,
      "The list of the steps is the caller's, who may want to cook it again: read it, and take " +
        'nothing out of it',
    ).toHaveLength(length)
  }
})

test('leaves alone what others have put on the signal', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(1) })
  const fry = timeline.job('fry', seconds(3))
  let heard = 0
  const bell = () => (heard += 1)
  signal.onabort = bell

  await timeline.outcome('cook', () => cook([fry], signal))

  const sentence =
    'signal.onabort belongs to whoever has set it. Leave it alone: cook needs no listener, it ' +
    'only has to look at the signal'
  expect(heard, `${sentence}. How often it was called`).toBe(1)
  expect(signal.onabort, sentence).toBe(bell)
})

test('keeps orders apart that are cooked at the same time', async ({ timeline }) => {
  const [anna, bo] = [timeline.controller('Anna leaves'), timeline.controller('Bo leaves')]
  const order = (dish: string, signal: AbortSignal) =>
    timeline.start(dish, () =>
      cook(
        ['prep', 'fry', 'plate'].map((step) => timeline.job(`${dish} ${step}`, seconds(3))),
        signal,
      ),
    )

  const orders = [order('pie', anna.signal)]
  await timeline.sleep(seconds(1))
  orders.push(order('soup', anna.signal))
  await timeline.sleep(seconds(1))
  orders.push(order('cake', bo.signal))
  await timeline.sleep(seconds(3))
  bo.abort(new Error('Bo has left'))
  await Promise.allSettled(orders)
  orders.push(order('egg', anna.signal))
  const outcomes = await Promise.allSettled(orders)

  expect(
    outcomes.map((one) => (one.status === 'fulfilled' ? one.value.join(', ') : 'stopped')),
    'Four orders, and the third of them is stopped. What you note while you cook belongs into ' +
      'the call, not into the file, where the others find it as well. The dishes',
  ).toEqual([
    'pie prep, pie fry, pie plate',
    'soup prep, soup fry, soup plate',
    'stopped',
    'egg prep, egg fry, egg plate',
  ])
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  cookAndLeave(it, timeline, delays, (delays[0] ?? 0) + seconds(0.6)),
)

onTheWallClock(submission, reference, (it, timeline) =>
  cookAndLeave(it, timeline, [2, 6, 2].map(seconds), seconds(5)),
)

/** Cooks prep, fry and plate; the customer leaves after 4 seconds. */
function cookUntilFour(timeline: Timeline, fry: Step, reason: unknown = bus) {
  const { signal } = timeline.controller('customer leaves', { after: seconds(4), reason })
  const steps = [timeline.job('prep', seconds(3)), fry, timeline.job('plate', seconds(3))]
  return timeline.outcome('cook', () => cook(steps, signal))
}

/** Steps of all kinds, and a customer who leaves during one of them. */
async function cookAndLeave(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
  leaves: number,
): Promise<string> {
  const reason = 'the customer has left'
  const { signal } = timeline.controller('customer leaves', { after: leaves, reason })
  const steps = delays.map((delay, index) =>
    timeline.job<string>(`step ${index + 1}`, delay, {
      // Whether a dish that is ready after all is still served, is left open.
      deaf: delay % seconds(2) === 0 && index < delays.length - 1,
      cleanup: seconds(1),
    }),
  )
  return endingOf(await timeline.outcome('cook', () => it.cook(steps, signal)))
}
