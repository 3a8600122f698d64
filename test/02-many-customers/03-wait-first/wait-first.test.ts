import {
  everyInterleaving,
  expect,
  inWords,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { wait } from '#exercises/02-many-customers/03-wait-first/wait-first.ts'
import * as reference from '#reference/02-many-customers/03-wait-first/wait-first.ts'
import type { Options, Report } from '#reference/02-many-customers/03-wait-first/wait-first.ts'

const submission = { wait }

test('reports after a timeout of four seconds, and a report is no error', async ({ timeline }) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  await ask(timeline, dishes, { when: 'all', timeout: seconds(4) })

  expect(timeline).toLookLike(`
    wait    ===>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  ====>
    dish 7  ======>
  `)
})

test("with 'first', reports as soon as one of them has settled", async ({ timeline }) => {
  const dishes = [9, 1, 3].map((needs) => cook(timeline, needs))

  await ask(timeline, dishes, { when: 'first' })

  expect(timeline).toLookLike(`
    wait    >
    dish 9  ========>
    dish 1  >
    dish 3  ==>
  `)
})

test("with 'all', and without a timeout, reports when the last has settled", async ({
  timeline,
}) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  await ask(timeline, dishes, { when: 'all' })

  expect(timeline).toLookLike(`
    wait    ========>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  ====>
    dish 7  ======>
  `)
})

test("with 'all', a promise that has failed is done, and the others are waited for", async ({
  timeline,
}) => {
  const dishes = [cook(timeline, 5), burn(timeline, 1), cook(timeline, 3), burn(timeline, 4)]

  await ask(timeline, dishes, { when: 'all' })

  expect(timeline).toLookLike(`
    wait    ====>
    dish 5  ====>
    dish 1  x
    dish 3  ==>
    dish 4  ===x
  `)
})

test("with 'first', to fail is to settle, and wait itself does not fail", async ({ timeline }) => {
  const dishes = [cook(timeline, 5), burn(timeline, 1), cook(timeline, 3)]

  await ask(timeline, dishes, { when: 'first' })

  expect(timeline).toLookLike(`
    wait    >
    dish 5  ====>
    dish 1  x
    dish 3  ==>
  `)
})

test("with 'firstError', reports when one fails, and not when one succeeds", async ({
  timeline,
}) => {
  const dishes = [
    cook(timeline, 9),
    cook(timeline, 1),
    cook(timeline, 3),
    burn(timeline, 5),
    cook(timeline, 7),
  ]

  await ask(timeline, dishes, { when: 'firstError' })

  expect(timeline).toLookLike(`
    wait    ====>
    dish 9  ========>
    dish 1  >
    dish 3  ==>
    dish 5  ====x
    dish 7  ======>
  `)
})

test("with 'firstError', and when nobody fails, reports when all are done", async ({
  timeline,
}) => {
  const dishes = [5, 1, 3].map((needs) => cook(timeline, needs))

  await ask(timeline, dishes, { when: 'firstError' })

  expect(timeline).toLookLike(
    `
    wait    ====>
    dish 5  ====>
    dish 1  >
    dish 3  ==>
  `,
    { sentence: 'Nothing can fail any more when all are done.' },
  )
})

test('puts every dish into the right set', async ({ timeline }) => {
  const reportFor = async (options: Options) => {
    const dishes = [cook(timeline, 5), burn(timeline, 3), cook(timeline, 1)]
    return ask(timeline, dishes, options)
  }

  expect(
    await reportFor({ when: 'first' }),
    'The first one is done, the others are not',
  ).toResolveTo({
    done: ['dish 1'],
    pending: ['dish 5', 'dish 3'],
  })
  expect(
    await reportFor({ when: 'firstError' }),
    'The report counts as done what has failed, and what has succeeded before it',
  ).toResolveTo({ done: ['dish 3', 'dish 1'], pending: ['dish 5'] })
  expect(
    await reportFor({ when: 'all', timeout: seconds(4) }),
    'At second 4, dishes 1 and 3 are done, and dish 5 is not',
  ).toResolveTo({ done: ['dish 3', 'dish 1'], pending: ['dish 5'] })
  expect(await reportFor({ when: 'all' }), 'In the end everything is done').toResolveTo({
    done: ['dish 5', 'dish 3', 'dish 1'],
    pending: [],
  })
})

test('puts its timer away when it does not need it', async ({ timeline }) => {
  const [one, five] = [cook(timeline, 1), cook(timeline, 5)]

  await ask(timeline, [five, one], { when: 'first', timeout: seconds(4) })

  expect(timeline).toLookLike(`
    wait    >
    dish 5  ====>
    dish 1  >
  `)
})

test('hears of a failure after the report', async ({ timeline }) => {
  const dishes = [cook(timeline, 5), cook(timeline, 1), burn(timeline, 3)]

  await ask(timeline, dishes, { when: 'first' })

  expect(timeline).toLookLike(`
    wait    >
    dish 5  ====>
    dish 1  >
    dish 3  ==x
  `)
})

test('hands over a report that does not change any more', async ({ timeline }) => {
  const dishes = [5, 1, 3].map((needs) => cook(timeline, needs))

  const report = await timeline.call('wait', () => wait(promisesOf(dishes), { when: 'first' }))
  const later = reportOf(report, dishes)

  expect(
    later,
    'This is the report of second 1, read at second 5. What settles after a report\n' +
      'must not get into its sets',
  ).toEqual({ done: ['dish 1'], pending: ['dish 5', 'dish 3'] })
})

test('what is done already counts: the first, and the first error, come at once', async ({
  timeline,
}) => {
  const dishes = promisesOf([cook(timeline, 5), burn(timeline, 1)])
  for (const promise of dishes) promise.catch(() => undefined)
  await timeline.sleep(seconds(2))
  const start = (when: Options['when']) => timeline.start(when, () => wait([...dishes], { when }))

  await Promise.allSettled([start('first'), start('firstError'), start('all')])

  expect(timeline).toLookLike(`
    first       ..|
    firstError  ..|
    all         ..==>
    dish 5      ====>
    dish 1      x
  `)
})

test('a timeout of 0 is a timeout as well: wait has a look, and comes back at once', async ({
  timeline,
}) => {
  const dishes = [5, 1].map((needs) => cook(timeline, needs))
  await timeline.sleep(seconds(2))

  await ask(timeline, dishes, { when: 'all', timeout: 0 })

  expect(timeline).toLookLike(`
    wait    ..|
    dish 5  ====>
    dish 1  >
  `)
})

test('counts what is done already', async ({ timeline }) => {
  const reportFor = async (options: Options) => {
    const dishes = [5, 1].map((needs) => cook(timeline, needs))
    await timeline.sleep(seconds(2))
    return ask(timeline, dishes, options)
  }

  const report = { done: ['dish 1'], pending: ['dish 5'] }
  expect(
    await reportFor({ when: 'first' }),
    'A promise that has settled before the call is done',
  ).toResolveTo(report)
  expect(
    await reportFor({ when: 'all', timeout: 0 }),
    'With a timeout of 0 have a look, and nothing but a look: what is done is done',
  ).toResolveTo(report)
})

test('hands over two empty sets when nobody orders', async ({ timeline }) => {
  const outcome = await timeline.outcome('wait', () => wait([], { when: 'first' }))

  expect(outcome, 'Without promises nothing is done, and nothing is pending').toResolveTo({
    done: new Set(),
    pending: new Set(),
  })
})

test('lets two ask at the same time', async ({ timeline }) => {
  const dishes = promisesOf([5, 1].map((needs) => cook(timeline, needs)))

  await Promise.allSettled([
    timeline.start('the first', () => wait([...dishes], { when: 'first', timeout: seconds(6) })),
    timeline.start('all', () => wait([...dishes], { when: 'all', timeout: seconds(3) })),
  ])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    the first  >
    all        ==>
    dish 5     ====>
    dish 1     >
  `,
    {
      sentence:
        'Each call has a timer of its own: what stands outside the function is shared by all calls.',
    },
  )
})

test('the timeout holds for all three, also when a dish never settles', async ({ timeline }) => {
  const never = new Promise<string>(() => undefined)

  const start = (when: Options['when']) =>
    timeline.start(when, () => wait([never], { when, timeout: seconds(4) }))

  await Promise.allSettled([start('first'), start('firstError'), start('all')])
  await timeline.rest()

  expect(timeline).toLookLike(`
    first       ===>
    firstError  ===>
    all         ===>
  `)
})

test('without promises there is nothing to wait for, timeout or not', async ({ timeline }) => {
  const start = (when: Options['when']) =>
    timeline.start(when, () => wait([], { when, timeout: seconds(4) }))

  await Promise.allSettled([start('first'), start('firstError'), start('all')])
  await timeline.rest()

  expect(timeline).toLookLike(`
    first       |
    firstError  |
    all         |
  `)
})

test('forgets nobody and doubles nobody, in whatever order they settle', () =>
  everyInterleaving(async (order) => {
    const dishes = [
      dish('dish 1', order.job('dish 1', 'dish 1')()),
      dish('dish 2', order.failingJob('dish 2', new Error('burnt'))()),
      dish('dish 3', order.job('dish 3', 'dish 3')()),
    ]
    const report = async (when: Options['when']) =>
      reportOf(await wait(promisesOf(dishes), { when }), dishes)

    const [first, error, all] = await order.timeline.start('all three', () =>
      Promise.all([report('first'), report('firstError'), report('all')]),
    )

    for (const { done, pending } of [first, error, all]) {
      expect([...done, ...pending].sort(), 'Every promise is in one of the sets').toEqual([
        'dish 1',
        'dish 2',
        'dish 3',
      ])
    }
    expect(first.done, "With 'first' somebody is done").not.toEqual([])
    expect(error.done, "With 'firstError' the one who has failed is done").toContain('dish 2')
    expect(all.pending, "With 'all' nobody is pending").toEqual([])
  }))

test('takes any failure for a failure', async ({ timeline }) => {
  for (const throws of [undefined, 0, '', false, null, 'no fish today']) {
    const fish = timeline.job<string>('fish', seconds(1), { throws })()
    const dishes = [cook(timeline, 3), dish('fish', fish)]

    const report = await ask(timeline, dishes, { when: 'firstError' })

    expect(
      report,
      'A dish that fails has failed, whatever it fails with. After the first error\n' +
        `the fish is done and dish 3 is not. Here the reason is ${inWords(throws)}`,
    ).toResolveTo({ done: ['fish'], pending: ['dish 3'] })
  }
})

test('takes any answer for an answer', async ({ timeline }) => {
  for (const returns of [undefined, 0, '', false, null]) {
    const plate = timeline.job<unknown>('plate', seconds(1), { returns })() as Promise<string>
    const dishes = [cook(timeline, 2), dish('plate', plate)]

    const report = await ask(timeline, dishes, { when: 'all', timeout: seconds(4) })

    expect(
      report,
      'A dish is done whatever comes of it, and the time is over when the timer says\n' +
        `so: both are done long before. Here the plate resolves to ${inWords(returns)}`,
    ).toResolveTo({ done: ['dish 2', 'plate'], pending: [] })
  }
})

test('one promise that stands in the list twice is in the set once', async ({ timeline }) => {
  const dishes = [2, 3].map((needs) => cook(timeline, needs))
  const [soup] = dishes

  await ask(timeline, [...dishes, ...(soup ? [soup] : [])], { when: 'all' })

  expect(timeline).toLookLike(`
    wait    ==>
    dish 2  =>
    dish 3  ==>
  `)
})

test('leaves the list as it is', async ({ timeline }) => {
  const dishes = promisesOf([3, 1, 2].map((needs) => cook(timeline, needs)))
  const list = [...dishes]

  await timeline.outcome('wait', () => wait(list, { when: 'all' }))

  expect(
    list,
    'The list belongs to the caller, who may need it again: take nothing out of it, and put ' +
      'nothing into it',
  ).toHoldTheVery(dishes)
})

test('reports at the very moment it is enough', async ({ timeline }) => {
  const dishes = [4, 2.43].map((needs) => cook(timeline, needs))

  await ask(timeline, dishes, { when: 'first' })

  expect(
    timeline,
    'Nobody has to look again and again: a promise calls its handlers at the moment at which it ' +
      'settles',
  ).toEndAt('wait', seconds(2.43), { late: 9 })
})

test('waits without end when there is no timeout', async ({ timeline }) => {
  const roast = dish('roast', timeline.job('roast', seconds(3 * 60 * 60))())
  const dishes = [roast, cook(timeline, 1)]

  const report = await ask(timeline, dishes, { when: 'all' })

  expect(
    report,
    'Without a timeout there is no end to patience: this roast takes three hours,\n' +
      'and is done in the report',
  ).toResolveTo({ done: ['roast', 'dish 1'], pending: [] })
})

withRandomDelays(submission, reference, (it, timeline, delays) => {
  const problem = new Error('burnt')
  const dishes = delays.map((delay, index) => {
    const name = `dish ${index + 1}`
    const outcome = index % 3 === 2 ? { throws: problem } : {}
    return dish(name, timeline.job<string>(name, delay, outcome)())
  })
  const ask = (label: string, options: Options) =>
    timeline.start(label, async () => reportOf(await it.wait(promisesOf(dishes), options), dishes))

  return Promise.all([
    ask('first', { when: 'first' }),
    ask('firstError', { when: 'firstError' }),
    ask('all', { when: 'all' }),
    ask('at most 4.3', { when: 'all', timeout: seconds(4.3) }),
    ask('an error, or 6.3', { when: 'firstError', timeout: seconds(6.3) }),
  ])
})

onTheWallClock(submission, reference, (it, timeline) => {
  const dishes = [7, 1, 3].map((needs) => cook(timeline, needs))
  return ask(timeline, dishes, { when: 'all', timeout: seconds(5) }, it)
})

/** A promise that is running, and what to call it. */
interface Dish {
  name: string
  promise: Promise<string>
}

const dish = (name: string, promise: Promise<string>): Dish => ({ name, promise })

/** A dish that needs 3 seconds for 3, and is on the fire as soon as this is called. */
const cook = (timeline: Timeline, needs: number): Dish =>
  dish(`dish ${needs}`, timeline.job(`dish ${needs}`, seconds(needs))())

/** The same, but it burns in the end. */
function burn(timeline: Timeline, needs: number): Dish {
  const throws = new Error(`dish ${needs} is burnt`)
  return dish(`dish ${needs}`, timeline.job<string>(`dish ${needs}`, seconds(needs), { throws })())
}

const promisesOf = (dishes: Dish[]) => dishes.map(({ promise }) => promise)

/** A report in words, in the order of the list: sets have none that matters here. */
function reportOf({ done, pending }: Report<string>, dishes: Dish[]) {
  const names = (set: Set<Promise<string>>) => {
    const known = dishes.filter(({ promise }) => set.has(promise)).map(({ name }) => name)
    const strangers = [...set].filter((one) => !promisesOf(dishes).includes(one))
    return strangers.length === 0
      ? known
      : [...known, `${strangers.length} not in the list: then and catch make new promises`]
  }
  return { done: names(done), pending: names(pending) }
}

/** Asks for a report, and puts it in words at the very instant at which it comes. */
const ask = (timeline: Timeline, dishes: Dish[], options: Options, it = submission) =>
  timeline.outcome('wait', async () => reportOf(await it.wait(promisesOf(dishes), options), dishes))
