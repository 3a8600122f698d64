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
import { asCompleted } from '#exercises/02-many-customers/02-as-completed/as-completed.ts'
import * as reference from '#reference/02-many-customers/02-as-completed/as-completed.ts'

const submission = { asCompleted }

const ONCE = 'Every dish is served once, in the order in which they are ready'

test('whatever is ready first is served first, and at once', async ({ timeline }) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes)))

  expect(timeline).toLookLike(`
    waiter    ========>
    dish 9    ========>
    dish 1    >
    dish 3    ==>
    dish 5    ====>
    dish 7    ======>
    served 1  .|
    served 3  ...|
    served 5  .....|
    served 7  .......|
    served 9  .........|
  `)
})

test('serves every dish once, in whatever order they are ready', () =>
  everyInterleaving(async (order) => {
    const ready: string[] = []
    const dishes = [1, 2, 3, 4].map(async (seat) => {
      const dish = await order.job(`dish ${seat}`, `dish ${seat}`)()
      ready.push(dish)
      return dish
    })

    const served = await order.timeline.start('waiter', () =>
      serve(order.timeline, asCompleted(dishes)),
    )

    expect(served, ONCE).toEqual(ready)
  }))

test('what gets ready while the waiter is away waits for him, first ready first', async ({
  timeline,
}) => {
  const dishes = [9, 1, 3, 5, 7].map((needs) => cook(timeline, needs))

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes), seconds(3)))

  expect(timeline).toLookLike(
    `
    waiter    ===============>
    dish 9    ========>
    dish 1    >
    dish 3    ==>
    dish 5    ====>
    dish 7    ======>
    served 1  .|
    served 3  ....|
    served 5  .......|
    served 7  ..........|
    served 9  .............|
  `,
    { sentence: 'This waiter is away for 3 seconds with every dish.' },
  )
})

test('serves dishes that are alike', async ({ timeline }) => {
  const teas = [1, 2, 2].map((needs, guest) =>
    timeline.job(`tea ${guest + 1}`, seconds(needs), { returns: 'tea' })(),
  )

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(teas), seconds(3)))

  expect(timeline).toLookLike(
    `
    waiter      =========>
    tea 1       >
    tea 2       =>
    tea 3       =>
    served tea  .|
    served tea  ....|
    served tea  .......|
  `,
    { sentence: 'Three guests have ordered the same: these are three dishes all the same.' },
  )
})

test('two waiters at once: each loop has a pass of its own', async ({ timeline }) => {
  const waiter = async (table: string, needs: number[]) => {
    for await (const dish of asCompleted(needs.map((seconds) => cook(timeline, seconds)))) {
      timeline.mark(`${table} gets ${dish}`)
    }
  }

  await Promise.allSettled([
    timeline.start('waiter A', () => waiter('A', [5, 2])),
    timeline.start('waiter B', () => waiter('B', [1, 4])),
  ])

  expect(timeline).toLookLike(
    `
    waiter A  ====>
    dish 5    ====>
    dish 2    =>
    A gets 2  ..|
    A gets 5  .....|
    waiter B  ===>
    dish 1    >
    dish 4    ===>
    B gets 1  .|
    B gets 4  ....|
  `,
    { sentence: 'What you keep for one loop belongs inside the function.' },
  )
})

test('serves a plate with nothing on it', async ({ timeline }) => {
  const nothing = [undefined, 0, '', false, null]
  const dishes = nothing.map((returns, index) =>
    timeline.job<unknown>(`dish ${index + 1}`, seconds(index + 1), { returns })(),
  )

  const outcome = await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes)))

  expect(
    outcome,
    'A promise that resolves to undefined, 0 or "" has resolved, and is served: do not look at ' +
      'the value to find out whether there is one',
  ).toResolveTo(nothing)
})

test('a dish that burns ends the loop when its turn comes, and the others cook on', async ({
  timeline,
}) => {
  const problems = [3, 7].map((needs) => new Error(`dish ${needs} is burnt`)) as [Error, Error]
  const dishes = [
    cook(timeline, 9),
    cook(timeline, 1),
    burn(timeline, 3, problems[0]),
    cook(timeline, 5),
    burn(timeline, 7, problems[1]),
  ]

  const outcome = await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes)))

  expect(outcome, 'The loop has to end with the very error of the dish').toRejectWith(problems[0])
  expect(timeline).toLookLike(`
    waiter    ==x
    dish 9    ========>
    dish 1    >
    dish 3    ==x
    dish 5    ====>
    dish 7    ======x
    served 1  .|
  `)
})

test('a failure takes its turn: what was ready before it is served before it', async ({
  timeline,
}) => {
  const burnt = new Error('dish 3 is burnt')
  const dishes = [burn(timeline, 3, burnt), cook(timeline, 2), cook(timeline, 1)]

  const outcome = await timeline.outcome('waiter', () =>
    serve(timeline, asCompleted(dishes), seconds(3)),
  )

  expect(outcome, 'The loop has to end with the very error of the dish').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    waiter    ======x
    dish 3    ==x
    dish 2    =>
    dish 1    >
    served 1  .|
    served 2  ....|
  `)
})

test('lets the waiter go early, and hears what fails later', async ({ timeline }) => {
  const dishes = [
    cook(timeline, 9),
    cook(timeline, 1),
    burn(timeline, 3, new Error('dish 3 is burnt')),
  ]

  await timeline.outcome('waiter', async () => {
    for await (const dish of asCompleted(dishes)) {
      timeline.mark(`served ${dish}`)
      break
    }
  })

  expect(timeline).toLookLike(
    `
    waiter    >
    dish 9    ========>
    dish 1    >
    dish 3    ==x
    served 1  .|
  `,
    {
      sentence:
        'The waiter leaves the loop after the first dish, with a break. He is free at once.',
    },
  )
})

test('without promises the loop is over before it begins', async ({ timeline }) => {
  await timeline.outcome('waiter', () => serve(timeline, asCompleted([])))

  expect(timeline).toLookLike(`
    waiter  |
  `)
})

test('puts all dishes on the fire before it waits for one', async ({ timeline }) => {
  function* dishes() {
    for (const needs of [5, 1, 3]) yield cook(timeline, needs)
  }

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes())))

  expect(timeline).toLookLike(
    `
    waiter    ====>
    dish 5    ====>
    dish 1    >
    dish 3    ==>
    served 1  .|
    served 3  ...|
    served 5  .....|
  `,
    {
      sentence:
        'This list is a generator: it starts a dish when it is asked for the next one, and it ' +
        'can be walked once. Take them all out of it before you wait.',
    },
  )
})

test('takes all dishes out of a generator in one go', async ({ timeline }) => {
  let [taken, takenAtOnce] = [0, 0]
  function* dishes() {
    queueMicrotask(() => (takenAtOnce = taken))
    for (const needs of [5, 1, 3]) {
      taken += 1
      yield cook(timeline, needs)
    }
  }

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes())))

  expect(
    takenAtOnce,
    'Take all three dishes out of the generator in one go: an await between two of them, even ' +
      'one of nothing, lets others run meanwhile. Taken before the first wait',
  ).toBe(3)
})

test('waits for whatever has a `then`', async ({ timeline }) => {
  const slip: PromiseLike<string> = {
    then: (onFulfilled, onRejected) => cook(timeline, 2).then(onFulfilled, onRejected),
  }

  const served = await timeline.call('waiter', () =>
    serve(timeline, asCompleted([slip, cook(timeline, 3), cook(timeline, 1)])),
  )

  expect(served, 'An object with a `then` is awaited like a promise').toEqual(['1', '2', '3'])
})

test('asks whatever has a `then` only once', async ({ timeline }) => {
  let asked = 0
  const slip: PromiseLike<string> = {
    then: (onFulfilled, onRejected) => {
      asked += 1
      return cook(timeline, 2).then(onFulfilled, onRejected)
    },
  }

  await timeline.outcome('waiter', () => serve(timeline, asCompleted([cook(timeline, 1), slip])))

  expect(
    asked,
    'An object with a `then` may cook a new dish each time, like the slip of 1.6.\n' +
      'Ask it once: keep what it has answered, or make a promise of it first and\n' +
      'listen to that as often as you like. Times asked',
  ).toBe(1)
})

test('serves every dish as it is, be it a list or a complaint', async ({ timeline }) => {
  const form = { status: 'rejected', reason: 'too salty', error: 'too salty', failed: true }
  const dishes = [['rye', 'wheat'], [], new Error('a complaint, written down'), form]
  const ordered = dishes.map((returns, index) =>
    timeline.job<unknown>(`dish ${index + 1}`, seconds(index + 1), { returns })(),
  )

  const served: unknown[] = []
  await timeline.outcome('waiter', async () => {
    for await (const dish of asCompleted(ordered)) served.push(dish)
  })

  const sentence =
    'A dish is whatever a promise resolves to: a list is one dish, and an Error that was not ' +
    'thrown is no failure, nor is an object that looks like a note about one. Each is served as ' +
    'it is'
  expect(served, sentence).toEqual(dishes)
  expect(served[0], sentence).toBeTheVery(dishes[0])
})

test('fails with whatever a dish fails with', async ({ timeline }) => {
  const reasons = [undefined, 0, '', false, null, 'no fish today', new AggregateError([])]

  for (const throws of reasons) {
    const dishes = [cook(timeline, 2), timeline.job<string>('fish', seconds(1), { throws })()]
    const outcome = await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes)))

    expect(
      outcome,
      'A dish that fails has failed, whatever it fails with, and the loop ends with the same. ' +
        `Here it is ${inWords(throws)}`,
    ).toRejectWith(throws)
  }
})

test('brings one dish to two guests', async ({ timeline }) => {
  const soup = cook(timeline, 2)

  const outcome = await timeline.outcome('waiter', () =>
    serve(timeline, asCompleted([soup, cook(timeline, 3), soup])),
  )

  expect(
    outcome,
    'The same promise stands in the list twice, so its value is served twice',
  ).toResolveTo(['2', '2', '3'])
})

test('two loops over the same promises get them all, each of them', async ({ timeline }) => {
  const dishes = [3, 1].map((needs) => cook(timeline, needs))
  const waiter = async (name: string) => {
    for await (const dish of asCompleted(dishes)) timeline.mark(`${name} gets ${dish}`)
  }

  await Promise.allSettled([
    timeline.start('waiter A', () => waiter('A')),
    timeline.start('waiter B', () => waiter('B')),
  ])

  expect(timeline).toLookLike(
    `
    waiter A  ==>
    dish 3    ==>
    dish 1    >
    A gets 1  .|
    A gets 3  ...|
    waiter B  ==>
    B gets 1  .|
    B gets 3  ...|
  `,
    {
      sentence:
        'What you note about a promise belongs inside the function: outside, the second loop overwrites the first.',
    },
  )
})

test('leaves the list as it is', async ({ timeline }) => {
  const dishes = [3, 1, 2].map((needs) => cook(timeline, needs))
  const list = [...dishes]

  await timeline.outcome('waiter', () => serve(timeline, asCompleted(list)))

  expect(
    list,
    'The list belongs to the caller, who may need it again: take nothing out of it, and put ' +
      'nothing into it',
  ).toHoldTheVery(dishes)
})

test('serves a dish at the very moment it is ready', async ({ timeline }) => {
  await timeline.outcome('waiter', () => serve(timeline, asCompleted([cook(timeline, 2.43)])))

  expect(
    timeline,
    'Nobody has to look again and again: a promise calls its handlers at the moment at which it ' +
      'settles',
  ).toEndAt('served 2.43', seconds(2.43), { late: 9 })
})

test('waits as long as a dish takes', async ({ timeline }) => {
  const dishes = [timeline.job('roast', seconds(3 * 60 * 60))(), cook(timeline, 1)]

  const outcome = await timeline.outcome('waiter', () => serve(timeline, asCompleted(dishes)))

  expect(
    outcome,
    'However long a dish takes, the waiter waits for it, and nobody has asked for a limit. This ' +
      'roast takes three hours',
  ).toResolveTo(['1', 'roast'])
})

test('does not hang one handler after another on a slow dish', async ({ timeline }) => {
  const handlersFor = (dishes: number) =>
    mostHandlers(() => {
      const all = Array.from({ length: dishes }, (_, index) => cook(timeline, dishes - index))
      return timeline.call('waiter', () => serve(timeline, asCompleted(all)))
    })

  const [ofThree, ofTwelve] = [await handlersFor(3), await handlersFor(12)]

  expect(
    ofTwelve - ofThree,
    'With nine dishes more there are nine rounds more, and so many more handlers\n' +
      'hang on one and the same slow promise. Promise.race, for example, hangs a new\n' +
      'one on every promise each time it is called. Hang up one for each, once,\n' +
      'before the first yield. How many came with the nine',
  ).toBeLessThan(5)
})

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  const cookAll = (who: string) =>
    delays.map((delay, index) => timeline.job(`${who} ${index + 1}`, delay)())

  return [
    await timeline.call('quick', () => serve(timeline, it.asCompleted(cookAll('dish')))),
    await timeline.call('slow', () => serve(timeline, it.asCompleted(cookAll('late')), seconds(2))),
  ]
})

onTheWallClock(submission, reference, (it, timeline) => {
  const dishes = [5, 1, 3].map((needs) => cook(timeline, needs))
  return timeline.call('waiter', () => serve(timeline, it.asCompleted(dishes)))
})

/** A dish that needs 3 seconds for 3, and is on the fire as soon as this is called. */
const cook = (timeline: Timeline, needs: number): Promise<string> =>
  timeline.job(`dish ${needs}`, seconds(needs), { returns: String(needs) })()

/** The same, but it burns in the end. */
const burn = (timeline: Timeline, needs: number, problem: Error): Promise<string> =>
  timeline.job<string>(`dish ${needs}`, seconds(needs), { throws: problem })()

/** Serves what comes, each dish taking `carry`, and returns what was served. */
async function serve<T>(
  timeline: Timeline,
  dishes: AsyncGenerator<T>,
  carry = seconds(0),
): Promise<T[]> {
  const served: T[] = []
  for await (const dish of dishes) {
    timeline.mark(`served ${String(dish)}`)
    served.push(dish)
    if (carry > 0) await timeline.sleep(carry)
  }
  return served
}

/** The most handlers that are hung on one and the same promise while `run` runs. */
async function mostHandlers(run: () => Promise<unknown>): Promise<number> {
  const counts = new Map<unknown, number>()
  const prototype: object = Promise.prototype
  const original = Object.getOwnPropertyDescriptor(prototype, 'then') ?? {}
  const then = original.value as (this: unknown, ...handlers: unknown[]) => unknown
  Object.defineProperty(prototype, 'then', {
    ...original,
    value(this: unknown, ...handlers: unknown[]) {
      counts.set(this, (counts.get(this) ?? 0) + 1)
      return then.apply(this, handlers)
    },
  })
  try {
    await run()
  } finally {
    Object.defineProperty(prototype, 'then', original)
  }
  return Math.max(...counts.values())
}
