import {
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
import { gather } from '#exercises/02-many-customers/01-gather/gather.ts'
import * as reference from '#reference/02-many-customers/01-gather/gather.ts'

const submission = { gather }

const IN_ORDER = 'One value for each promise, in the order of the list, not in the order of arrival'

test('gather resolves when every dish is ready', async ({ timeline }) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  await timeline.outcome('gather', () => gather(dishes))

  expect(timeline).toLookLike(`
    gather  ========>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  ====>
    dish 7  ======>
  `)
})

test('puts every dish where it was ordered', async ({ timeline }) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  const served = await timeline.call('gather', () => gather(dishes))

  expect(served, IN_ORDER).toEqual(['dish 9', 'dish 1', 'dish 3', 'dish 5', 'dish 7'])
})

test('keeps that order in whatever order the dishes are ready', () =>
  everyInterleaving(async (order) => {
    const dishes = [1, 2, 3].map((seat) => order.job(`dish ${seat}`, `dish ${seat}`)())

    const served = await order.timeline.start('gather', () => gather(dishes))

    expect(served, IN_ORDER).toEqual(['dish 1', 'dish 2', 'dish 3'])
  }))

test('a failure is heard at once, and the other dishes cook on', async ({ timeline }) => {
  const burnt = new Error('dish 3 is burnt')
  const dishes = [
    cook(timeline, 9),
    cook(timeline, 1),
    burn(timeline, 3, burnt),
    cook(timeline, 5),
    cook(timeline, 7),
  ]

  const outcome = await timeline.outcome('gather', () => gather(dishes))

  expect(outcome, 'gather has to fail with the very error of the dish').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    gather  ==x
    dish 9  ========>
    dish 1  >
    dish 3  ==x
    dish 5  ====>
    dish 7  ======>
  `)
})

test('fails with the first of two failures, and listens to the second', async ({ timeline }) => {
  const problems = [5, 2].map((needs) => new Error(`dish ${needs} is burnt`)) as [Error, Error]
  const dishes = [burn(timeline, 5, problems[0]), burn(timeline, 2, problems[1])]

  const outcome = await timeline.outcome('gather', () => gather(dishes))

  expect(
    outcome,
    'Two dishes fail, and the first failure in time is the one that counts',
  ).toRejectWith(problems[1])
  expect(timeline).toLookLike(`
    gather  =x
    dish 5  ====x
    dish 2  =x
  `)
})

test('nobody has ordered, so gather is done at once', async ({ timeline }) => {
  const outcome = await timeline.outcome('gather', () => gather([]))

  expect(
    outcome,
    'Without promises there are no values. If a dish that arrives is what resolves it, who ' +
      'resolves it here?',
  ).toResolveTo([])
  expect(timeline).toLookLike(`
    gather  |
  `)
})

test('a promise that resolves to undefined, 0 or "" has resolved', async ({ timeline }) => {
  const nothing = [undefined, 0, '', false, null]
  const answers = nothing.map((returns, index) =>
    timeline.job<unknown>(`answer ${index + 1}`, seconds(index + 1), { returns })(),
  )

  const outcome = await timeline.outcome('gather', () => gather(answers))

  expect(
    outcome,
    'Every value as it came; do not look at them to find out how many are missing',
  ).toResolveTo(nothing)
  expect(timeline).toLookLike(`
    gather    ====>
    answer 1  >
    answer 2  =>
    answer 3  ==>
    answer 4  ===>
    answer 5  ====>
  `)
})

test('one dish comes to two guests, be it at one table or at two', async ({ timeline }) => {
  const soup = cook(timeline, 2)

  const served = await timeline.call('gather', () => gather([soup, cook(timeline, 1), soup]))
  const pot = cook(timeline, 3)
  await Promise.allSettled([
    timeline.start('table 1', () => gather([pot])),
    timeline.start('table 2', () => gather([pot])),
  ])

  expect(
    served,
    'The same promise stands in the list twice, so its value stands in the answer twice',
  ).toEqual(['dish 2', 'dish 1', 'dish 2'])
  expect(timeline).toLookLike(
    `
    gather   =>
    dish 2   =>
    dish 1   >
    dish 3   ..==>
    table 1  ..==>
    table 2  ..==>
  `,
    {
      sentence:
        'What you note about a promise belongs inside the function: outside of it, the second table overwrites the first.',
    },
  )
})

test('brings every dish as it is, even a list', async ({ timeline }) => {
  const [bread, empty] = [['rye', 'wheat'], []]
  const dishes = [bread, empty].map((returns, index) =>
    timeline.job<string[]>(`basket ${index + 1}`, seconds(index + 1), { returns })(),
  )

  const served = await timeline.call('gather', () => gather(dishes))

  const sentence = 'A value that is a list is one value: it comes as it is, in its own place'
  expect(served, sentence).toEqual([bread, empty])
  expect(served, sentence).toHoldTheVery([bread, empty])
})

test('each call counts for itself: two tables at once, a third one after a failure', async ({
  timeline,
}) => {
  const order = (table: string, dishes: Promise<string>[]) =>
    timeline.start(table, () => gather(dishes))

  await Promise.allSettled([
    order('table 1', [cook(timeline, 4), burn(timeline, 1, new Error('dish 1 is burnt'))]),
    order('table 2', [cook(timeline, 3), cook(timeline, 2)]),
  ])
  await timeline.rest()
  await Promise.allSettled([order('table 3', [cook(timeline, 5)])])

  expect(timeline).toLookLike(
    `
    table 1  x
    dish 4   ===>
    dish 1   x
    table 2  ==>
    dish 3   ==>
    dish 2   =>
    table 3  ....====>
    dish 5   ....====>
  `,
    {
      sentence:
        'What you write down for one table belongs inside the function: outside, all tables share it.',
    },
  )
})

test('leaves the list as it is', async ({ timeline }) => {
  const dishes = [3, 1, 2].map((needs) => cook(timeline, needs))
  const list = [...dishes]

  await timeline.outcome('gather', () => gather(list))

  expect(
    list,
    'The list belongs to the caller, who may need it again: take nothing out of it, and put ' +
      'nothing into it',
  ).toHoldTheVery(dishes)
})

test('serves a table of twelve', async ({ timeline }) => {
  const needs = Array.from({ length: 12 }, (_, seat) => 12 - seat)

  const served = await timeline.call('gather', () =>
    gather(needs.map((dish) => cook(timeline, dish))),
  )

  expect(
    served,
    'Twelve dishes for twelve guests, each in its place. (sort, left to itself,\n' +
      'compares texts: 10 and 11 come before 2)',
  ).toEqual(needs.map((dish) => `dish ${dish}`))
})

test('is done at the very moment the last dish is', async ({ timeline }) => {
  const dishes = [2.43, 0.7].map((needs) => cook(timeline, needs))

  await timeline.outcome('gather', () => gather(dishes))

  expect(
    timeline,
    'Nobody has to look again and again: a promise calls its handlers at the moment at which it ' +
      'settles',
  ).toEndAt('gather', seconds(2.43), { late: 9 })
})

test('waits as long as a dish takes', async ({ timeline }) => {
  const hours = seconds(3 * 60 * 60)
  const dishes = [timeline.job('roast', hours)(), cook(timeline, 1)]

  const outcome = await timeline.outcome('gather', () => gather(dishes))

  expect(
    outcome,
    'However long a dish takes, the table waits for it, and nobody has asked for a limit. This ' +
      'roast takes three hours',
  ).toResolveTo(['roast', 'dish 1'])
})

// For the precise: not everything is a list, nor a promise.

test('bread and water are no promises, and gather takes them all the same', async ({
  timeline,
}) => {
  const outcome = await timeline.outcome('gather', () =>
    gather(['bread', cook(timeline, 2), 'water']),
  )

  expect(outcome, 'Every plain value stands where it stood in the list').toResolveTo([
    'bread',
    'dish 2',
    'water',
  ])
  expect(timeline).toLookLike(`
    gather  =>
    dish 2  =>
  `)
})

test('puts all dishes on the fire before it waits for one', async ({ timeline }) => {
  function* dishes() {
    for (const needs of [9, 1, 3, 5, 7]) yield cook(timeline, needs)
  }

  const outcome = await timeline.outcome('gather', () => gather(dishes()))

  const sentence =
    'This iterable is a generator, which starts a dish when it is asked for the next one, and can ' +
    'be walked once. Take them all out of it before you wait.'
  expect(outcome, sentence).toResolveTo(['dish 9', 'dish 1', 'dish 3', 'dish 5', 'dish 7'])
  expect(timeline).toLookLike(
    `
    gather  ========>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  ====>
    dish 7  ======>
  `,
    { sentence },
  )
})

test('takes all dishes out of a generator in one go', async ({ timeline }) => {
  let [taken, takenAtOnce] = [0, 0]
  function* dishes() {
    queueMicrotask(() => (takenAtOnce = taken))
    for (const needs of [9, 1, 3, 5, 7]) {
      taken += 1
      yield cook(timeline, needs)
    }
  }

  await timeline.outcome('gather', () => gather(dishes()))

  expect(
    takenAtOnce,
    'Take all five dishes out of the generator in one go: an await between two of them, even ' +
      'one of nothing, lets others run meanwhile. Taken before the first wait',
  ).toBe(5)
})

test('waits for whatever has a `then`', async ({ timeline }) => {
  const slip = (needs: number): PromiseLike<string> => ({
    then: (onFulfilled, onRejected) => cook(timeline, needs).then(onFulfilled, onRejected),
  })
  const inherited = Object.create(slip(3)) as PromiseLike<string>
  const callable = Object.assign(() => 'no dish', slip(4))

  const bySlip = await timeline.call('gather', () => gather([slip(2), cook(timeline, 1)]))
  const byOthers = await timeline.call('gather', () => gather([inherited, callable]))

  expect(
    bySlip,
    'An object with a `then` is awaited like a promise, whatever class it is of',
  ).toEqual(['dish 2', 'dish 1'])
  expect(
    byOthers,
    'Whatever has a `then` is awaited, be it an object that has it from its class or a function. ' +
      'An await knows them all, and so does Promise.resolve',
  ).toEqual(['dish 3', 'dish 4'])
})

test('asks whatever has a `then` only once', async ({ timeline }) => {
  let asked = 0
  const slip: PromiseLike<string> = {
    then: (onFulfilled, onRejected) => {
      asked += 1
      return cook(timeline, 2).then(onFulfilled, onRejected)
    },
  }

  await timeline.outcome('gather', () => gather([cook(timeline, 1), slip]))

  expect(
    asked,
    'An object with a `then` may cook a new dish each time, like the slip of 1.6.\n' +
      'It is asked once: make a promise of it, and listen to that as often as you\n' +
      'like. Times asked',
  ).toBe(1)
})

test('fails with whatever a dish fails with', async ({ timeline }) => {
  const reasons = [undefined, 0, '', false, null, 'no fish today', new AggregateError([])]

  for (const throws of reasons) {
    const dishes = [cook(timeline, 2), timeline.job<string>('fish', seconds(1), { throws })()]
    const outcome = await timeline.outcome('gather', () => gather(dishes))

    expect(
      outcome,
      'A dish that fails has failed, whatever it fails with, and gather fails with the same. ' +
        `Here it is ${inWords(throws)}`,
    ).toRejectWith(throws)
  }
})

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  const burnt = new Error('burnt')
  const good = delays.map((delay, index) => timeline.job(`dish ${index + 1}`, delay)())
  const served = await timeline.call('gather', () => it.gather(good))

  // A second table orders the same, and every other dish burns.
  const bad = delays.map((delay, index) =>
    timeline.job<string>(
      `again ${index + 1}`,
      delay,
      index % 2 === 1 ? { throws: burnt } : { returns: 'good' },
    )(),
  )
  const again = await timeline.outcome('gather again', () => it.gather(bad))
  return [served, endingOf(again)]
})

onTheWallClock(submission, reference, (it, timeline) => {
  const dishes = [5, 1, 3].map((needs) => cook(timeline, needs))
  return timeline.call('gather', () => it.gather(dishes))
})

/** A dish that needs 3 seconds for 3, and is on the fire as soon as this is called. */
const cook = (timeline: Timeline, needs: number): Promise<string> =>
  timeline.job(`dish ${needs}`, seconds(needs))()

/** The same, but it burns in the end. */
const burn = (timeline: Timeline, needs: number, problem: Error): Promise<string> =>
  timeline.job<string>(`dish ${needs}`, seconds(needs), { throws: problem })()
