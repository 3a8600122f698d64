import { inspect } from 'node:util'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { cook } from '#exercises/04-cancellation/02-checkpoints/checkpoints.ts'
import * as reference from '#reference/04-cancellation/02-checkpoints/checkpoints.ts'

const submission = { cook }

test('stops at once when the customer leaves', async ({ timeline }) => {
  const fry = timeline.job('fry', seconds(3))

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(
    `
    cook             ===x
    prep             ==>
    fry              ...!
    customer leaves  ....|
  `,
    {
      sentence: 'The customer leaves at second 4: fry is stopped, plate never begins.',
      ...likelyCause(timeline, true),
    },
  )
})

test('starts nothing more after a step that cannot be stopped', async ({ timeline }) => {
  const fry = timeline.job<string>('fry', seconds(3), { deaf: true })

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(
    `
    cook             =====x
    prep             ==>
    fry              ...==>
    customer leaves  ....|
  `,
    {
      sentence:
        'fry does not listen, and goes on until second 6: cook stays with it, and rejects then. ' +
        'plate never begins.',
      ...likelyCause(timeline),
    },
  )
})

test('stays with a step that has to clean up', async ({ timeline }) => {
  const fry = timeline.job<string>('fry', seconds(3), { cleanup: seconds(1) })

  await cookUntilFour(timeline, fry)

  expect(timeline).toLookLike(
    `
    cook             ====x
    prep             ==>
    fry              ...=!
    customer leaves  ....|
  `,
    {
      sentence:
        'fry is stopped at second 4, and needs another second to put the hot pan down: cook stays ' +
        'with it, and rejects then.',
      ...likelyCause(timeline, true),
    },
  )
})

test('rejects with the reason of the signal', async ({ timeline }) => {
  const reason = new Error('the bus is coming')
  const heard = [
    await cookUntilFour(timeline, timeline.job('fry', seconds(3)), reason),
    await cookUntilFour(timeline, timeline.job<string>('fry', seconds(3), { deaf: true }), reason),
  ]

  const sentence = 'cook rejects with signal.reason when the customer has left'
  expect(heard[0], `${sentence} and fry was stopped`).toBe(reason)
  expect(heard[1], `${sentence} and fry could not be stopped`).toBe(reason)
})

test('does not even begin when the customer has already left', async ({ timeline }) => {
  const reason = new Error('the bus is coming')
  const signal = AbortSignal.abort(reason)
  const steps = ['prep', 'fry'].map((name) =>
    timeline.job<string>(name, seconds(3), { deaf: true }),
  )

  const heard = await errorOf(timeline.call('cook', () => cook(steps, signal)))

  expect(timeline).toLookLike(
    `
    cook  |
  `,
    { sentence: 'The customer had left before cook was called: not one step begins.' },
  )
  expect(heard, 'cook rejects with signal.reason when the customer has already left').toBe(reason)
})

test('cooks one step after another when nobody leaves', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const steps = ['prep', 'fry', 'plate'].map((name) => timeline.job(name, seconds(3)))

  const dish = await timeline.call('cook', () => cook(steps, customer.signal))

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

test('a step that goes wrong ends it, with an error of its own', async ({ timeline }) => {
  const burnt = new Error('the fish is burnt')
  const customer = timeline.controller('customer leaves')
  const steps = [
    timeline.job('prep', seconds(3)),
    timeline.job<string>('fry', seconds(3), { throws: burnt }),
    timeline.job('plate', seconds(3)),
  ]

  const heard = await errorOf(timeline.call('cook', () => cook(steps, customer.signal)))

  expect(heard, 'Nobody has left, a step went wrong: cook rejects with the error of the step').toBe(
    burnt,
  )
  expect(timeline).toLookLike(
    `
    cook  =====x
    prep  ==>
    fry   ...==x
  `,
    { sentence: 'fry went wrong at second 6: there is nothing to plate.' },
  )
})

test('stops for any reason, even for 0', async ({ timeline }) => {
  const missed: unknown[] = []

  for (const reason of [0, '', null, false]) {
    const fry = timeline.job<string>('fry', seconds(3), { deaf: true })
    const heard = await cookUntilFour(timeline, fry, reason)
    const plated = timeline.spans.some(({ label }) => label === 'plate')
    if (heard !== reason || plated) missed.push(reason)
  }

  if (missed.length > 0) {
    expect.fail(
      'Ask signal.aborted, or signal.throwIfAborted(), whether the customer has left: then no ' +
        'further step begins, and cook rejects with the reason, whatever that is. Not so when the ' +
        `reason was ${inWords(missed[0])}`,
    )
  }
})

test('stays with a step that does not listen, however long', async ({ timeline }) => {
  const roast = timeline.job<string>('roast', seconds(900), { deaf: true })

  const customer = timeline.controller('customer leaves')
  const cooking = timeline.start('cook', () => cook([roast], customer.signal))
  await timeline.sleep(seconds(4))
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([cooking])

  expect(
    Math.round(timeline.now / seconds(1)),
    'The roast cannot be stopped, and is done at second 900. The customer left at second 4, and ' +
      'nobody has set the cook a limit. The second at which cook had settled',
  ).toBe(900)

  const stew = timeline.job('stew', seconds(900))
  const { signal } = timeline.controller('nobody leaves')
  const outcome = await timeline.outcome('cook', () => cook([stew], signal))

  expect(
    outcome,
    'The stew listens, takes 900 seconds, and nobody leaves: hand it the signal that you were given, ' +
      'and nothing that calls it off on its own. How cook ended',
  ).toEqual({ status: 'fulfilled', value: ['stew'] })
})

test('a step may go wrong without an error', async ({ timeline }) => {
  const missed: unknown[] = []

  for (const error of [undefined, null, 0, '', false]) {
    const fry = timeline.job<string>('fry', seconds(1), { throws: error })
    const outcome = await timeline.outcome('cook', () => cook([fry], new AbortController().signal))
    if (outcome.status === 'fulfilled' || outcome.reason !== error) missed.push(error)
  }

  const sentence =
    'A step that rejects has gone wrong, whatever it rejects with: cook rejects with that. It did ' +
    'not for'
  if (missed.length > 0) expect.fail(`${sentence}: ${missed.map(inWords).join(', ')}`)
})

test('takes an AbortError for no answer, whether somebody has left or not', async ({
  timeline,
}) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const stopped = new DOMException('the pan is off', 'AbortError')
  const reason = new Error('the bus is coming')
  const order = timeline.job<string>('order', seconds(1), { throws: hungUp })
  const frying = timeline.job('fry', seconds(3))
  // As with the timers of Node, what a step rejects with is not the reason of the signal.
  const fry = (signal?: AbortSignal) => frying(signal).catch(() => Promise.reject(stopped))

  const alone = await errorOf(
    timeline.call('cook', () => cook([order], new AbortController().signal)),
  )
  const left = await cookUntilFour(timeline, fry, reason)

  expect(
    alone,
    'Nobody has left, and a step fails with an AbortError of its own: cook rejects with that. Ask ' +
      'the signal, and not the error, whether the customer has left',
  ).toBe(hungUp)
  expect(
    left === stopped ? reason : left,
    'The customer leaves, and fry stops with an AbortError, as the timers of Node do: cook rejects ' +
      'with it, or with signal.reason, and serves no half a dish',
  ).toBe(reason)
})

test('puts down what each step tells, even if it is nothing, or the same twice', async ({
  timeline,
}) => {
  const stir = timeline.job('stir', seconds(1))
  const wait = timeline.job('wait', seconds(1), { returns: '' })

  const dish = await timeline.call('cook', () =>
    cook([stir, wait, stir, stir], new AbortController().signal),
  )

  expect(
    dish,
    'Four steps, three of which are the same function, while one of them tells nothing: the dish ' +
      'has an entry for each, in the order of the recipe',
  ).toEqual(['stir', '', 'stir', 'stir'])
})

test('follows a recipe of any length, and leaves it as it is', async ({ timeline }) => {
  const told: unknown[] = []
  const left: number[] = []

  for (const length of [0, 1, 30]) {
    const steps = Array.from({ length }, () => timeline.job('stir', seconds(1)))
    const outcome = await timeline.outcome('cook', () => cook(steps, new AbortController().signal))
    told.push(outcome.status === 'fulfilled' ? outcome.value.length : 'rejected')
    left.push(steps.length)
  }

  expect(
    told,
    'Recipes of no step, one and thirty: the dish tells of as many, and without steps it is an ' +
      'empty list. How many it told of',
  ).toEqual([0, 1, 30])
  expect(
    left,
    "The list of the steps is the caller's, who may want to cook it again: read it, and take " +
      'nothing out of it. How many steps are in it afterwards',
  ).toEqual([0, 1, 30])
})

test('leaves alone what others have put on the signal', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer
  let heard = 0
  const bell = () => (heard += 1)
  signal.onabort = bell

  const fry = timeline.job('fry', seconds(3))
  const cooking = timeline.start('cook', () => cook([fry], signal))
  await timeline.sleep(seconds(1))
  customer.abort(new Error('the customer has left'))
  await Promise.allSettled([cooking])

  if (heard !== 1 || signal.onabort !== bell) {
    expect.fail(
      'signal.onabort belongs to whoever has set it. Leave it alone: cook needs no listener, it ' +
        'only has to look at the signal.',
    )
  }
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

/** Cooks prep, fry and plate; the customer leaves at second 4. Resolves to what cook rejects with. */
async function cookUntilFour(
  timeline: Timeline,
  fry: (signal?: AbortSignal) => Promise<string>,
  reason: unknown = new Error('the customer has left'),
): Promise<unknown> {
  const customer = timeline.controller('customer leaves')
  const steps = [timeline.job('prep', seconds(3)), fry, timeline.job('plate', seconds(3))]
  const cooking = timeline.start('cook', () => cook(steps, customer.signal))
  await timeline.sleep(seconds(4))
  customer.abort(reason)
  const heard = await errorOf(cooking)
  await timeline.rest()
  return heard
}

/** Steps of all kinds, and a customer who leaves during one of them. */
async function cookAndLeave(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
  leaves: number,
): Promise<unknown> {
  const customer = timeline.controller('customer leaves')
  const steps = delays.map((delay, index) =>
    timeline.job<string>(`step ${index + 1}`, delay, {
      // Whether a dish that is ready after all is still served, is left open.
      deaf: delay % seconds(2) === 0 && index < delays.length - 1,
      cleanup: seconds(1),
    }),
  )
  const cooking = timeline.start('cook', () => it.cook(steps, customer.signal))
  await timeline.sleep(leaves)
  customer.abort('the customer has left')
  const outcome = await cooking.catch(String)
  await timeline.rest()
  return outcome
}

/** What a call fails with. */
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  )

const inWords = (value: unknown): string => inspect(value)

/** What is most likely missing, read from which steps there were and when fry was over. */
function likelyCause({ spans }: Timeline, listens = false): { cause?: string } {
  const find = (label: string) => spans.find((span) => span.label === label)
  const [call, fry, plate] = [find('cook'), find('fry'), find('plate')]
  if (plate && plate.start >= seconds(4)) {
    return { cause: 'nobody looks at the signal between two steps, and so the next one begins.' }
  }
  if (!plate && call?.how === 'resolved') {
    return { cause: 'whoever is stopped rejects. A dish that lacks a step is no answer.' }
  }
  return listens && fry?.end === seconds(6)
    ? { cause: 'fry would have listened, but nobody handed it the signal.' }
    : {}
}
