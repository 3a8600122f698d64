import {
  EMPTY,
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
import { BoundedQueue } from '#exercises/06-coordination/04-bounded-queue/bounded-queue.ts'
import * as solution from '#reference/06-coordination/04-bounded-queue/bounded-queue.ts'

const submission = { BoundedQueue }
// To TypeScript the two classes differ, as they have private fields of their own.
const reference = solution as unknown as typeof submission

const gone = new Error('the guest has left')

const CLOSED = 'rejected with an Error in whose message stands "closed"'

/** How a call has ended, in words. */
const endOf = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'rejected' &&
  outcome.reason instanceof Error &&
  /closed/i.test(outcome.reason.message)
    ? CLOSED
    : endingOf(outcome)

const put = <T>(timeline: Timeline, shelf: BoundedQueue<T>, item: T, signal?: AbortSignal) =>
  timeline.outcome(`put ${String(item)}`, () => shelf.put(item, signal ? { signal } : undefined))

const get = <T>(timeline: Timeline, name: string, shelf: BoundedQueue<T>, signal?: AbortSignal) =>
  timeline.outcome(name, () => shelf.get(signal ? { signal } : undefined))

test('whoever cooks waits when the shelf is full, whoever serves when it is empty', async ({
  timeline,
}) => {
  const shelf = new BoundedQueue<number>(2)
  const serve = async () => {
    for (let count = 0; count < 5; count += 1) {
      const dish = await shelf.get()
      await timeline.job(`serve ${dish}`, seconds(3))()
    }
  }

  const serving = timeline.call('waiter', serve)
  await Promise.all([1, 2, 3, 4, 5].map((dish) => put(timeline, shelf, dish)))
  await serving

  expect(timeline).toLookLike(`
    waiter   ==============>
    put 1    |
    put 2    |
    put 3    |
    put 4    ==>
    put 5    =====>
    serve 1  ==>
    serve 2  ...==>
    serve 3  ......==>
    serve 4  .........==>
    serve 5  ............==>
  `)
})

test('what was put first is taken first, and nothing is lost or doubled', async ({ timeline }) => {
  const shelf = new BoundedQueue<number>(2)

  const taken = await timeline.call('all', async () => {
    const putting = Promise.all([1, 2, 3, 4, 5].map((dish) => shelf.put(dish)))
    const dishes: number[] = []
    for (let count = 0; count < 5; count += 1) dishes.push(await shelf.get())
    await putting
    return dishes
  })

  expect(taken, 'Five were put at once on a shelf for two. What was taken').toEqual([1, 2, 3, 4, 5])
  expect(shelf.size, 'All has been taken. size is').toBe(0)
})

test('whoever waits longest is served first', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(2)

  const guests = ['guest 1', 'guest 2', 'guest 3'].map((name) => get(timeline, name, shelf))
  await timeline.sleep(seconds(1))
  await put(timeline, shelf, 'soup')
  await timeline.sleep(seconds(1))
  await put(timeline, shelf, 'stew')
  await put(timeline, shelf, 'cake')
  const outcomes = await Promise.all(guests)

  expect(outcomes.map(endOf), 'Three wait. Soup comes, later stew and cake. They get').toEqual([
    "resolved to 'soup'",
    "resolved to 'stew'",
    "resolved to 'cake'",
  ])
  expect(timeline).toLookLike(`
    guest 1   >
    guest 2   =>
    guest 3   =>
    put soup  .|
    put stew  ..|
    put cake  ..|
  `)
})

test('size counts what is on the shelf, and never more than there is room for', async ({
  timeline,
}) => {
  const shelf = new BoundedQueue<number>(2)
  const told: Record<string, number> = { 'in the beginning': shelf.size }

  await timeline.call('all', async () => {
    const putting = [1, 2, 3, 4].map((dish) => shelf.put(dish))
    told['after four puts'] = shelf.size
    await shelf.get()
    told['after one get'] = shelf.size
    await shelf.get()
    await shelf.get()
    told['after three gets'] = shelf.size
    await shelf.get()
    await Promise.all(putting)
    const waiting = shelf.get()
    told['while somebody waits'] = shelf.size
    await shelf.put(5)
    await waiting
    told['after they were served'] = shelf.size
  })

  expect(told, 'A shelf for two. size was').toEqual({
    'in the beginning': 0,
    'after four puts': 2,
    'after one get': 2,
    'after three gets': 1,
    'while somebody waits': 0,
    'after they were served': 0,
  })
})

test('whoever was waiting to put comes before whoever comes now', async ({ timeline }) => {
  const shelf = new BoundedQueue<number>(1)

  const taken = await timeline.call('all', async () => {
    const putting = [1, 2].map((dish) => shelf.put(dish))
    // On the next line after a get somebody new comes, without waiting for anything.
    const first = shelf.get()
    putting.push(shelf.put(3))
    const rest = [shelf.get(), shelf.get()]
    await Promise.all(putting)
    return Promise.all([first, ...rest])
  })

  expect(
    taken,
    'A shelf for one. 1 was put, 2 was waiting, then 1 was taken and 3 came. Taken were',
  ).toEqual([1, 2, 3])
})

test('a guest who has left is not served, and the others wait on', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(2)
  const { signal } = timeline.controller('guest 1 leaves', { after: seconds(2), reason: gone })

  const guests = [get(timeline, 'guest 1', shelf, signal), get(timeline, 'guest 2', shelf)]
  await timeline.sleep(seconds(4))
  await put(timeline, shelf, 'soup')
  const [first, second] = await Promise.all(guests)

  expect(first, "The first guest's signal was aborted while they waited").toRejectWith(gone)
  expect(second, 'The second has stayed, and one soup was put').toResolveTo('soup')
  expect(timeline).toLookLike(`
    guest 1         =x
    guest 2         ===>
    guest 1 leaves  ..|
    put soup        ....|
  `)
})

test('a cook who has left has put nothing, and the others wait on', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(1)
  const { signal } = timeline.controller('cook leaves', { after: seconds(2), reason: gone })

  const cooks = [
    put(timeline, shelf, 'soup'),
    put(timeline, shelf, 'stew', signal),
    put(timeline, shelf, 'cake'),
  ]
  await timeline.sleep(seconds(4))
  const taken = [await get(timeline, 'first', shelf), await get(timeline, 'second', shelf)]
  const [, left] = await Promise.all(cooks)

  expect(left, 'The signal was aborted while the cook waited for room').toRejectWith(gone)
  expect(taken.map(endOf), 'Soup was put, stew was given up, cake waited. What was taken').toEqual([
    "resolved to 'soup'",
    "resolved to 'cake'",
  ])
})

test('whoever had left before they came neither puts nor takes', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(2)
  const early = timeline.controller('left')
  early.abort(gone)
  await put(timeline, shelf, 'soup')

  const putting = await put(timeline, shelf, 'stew', early.signal)
  const taking = await get(timeline, 'guest', shelf, early.signal)

  expect(putting, 'The signal was aborted before put').toRejectWith(gone)
  expect(taking, 'The signal was aborted before get, and there is soup').toRejectWith(gone)
  expect(shelf.size, 'Soup was put, and then two came who had left before. size is').toBe(1)
})

test('one may be served and leave at the same instant: what came first counts', async ({
  timeline,
}) => {
  const shelf = new BoundedQueue<string>(2)
  const [one, two] = [timeline.controller('one leaves'), timeline.controller('two leaves')]

  const guests = [get(timeline, 'one', shelf, one.signal), get(timeline, 'two', shelf, two.signal)]
  await timeline.sleep(seconds(1))
  one.abort(gone)
  const putting = put(timeline, shelf, 'soup')
  two.abort(gone)
  const outcomes = await Promise.all(guests)
  await putting

  expect(
    outcomes.map(endOf),
    'One has left, soup is put, two leaves, all without an await. They',
  ).toEqual(['rejected with Error: the guest has left', "resolved to 'soup'"])
  expect(shelf.size, 'The soup has gone to two. size is').toBe(0)
})

test('at closing time nobody waits any more, and what is there is still served', async ({
  timeline,
}) => {
  const [full, empty] = [new BoundedQueue<string>(1), new BoundedQueue<string>(1)]

  const waiting = [
    put(timeline, full, 'soup'),
    put(timeline, full, 'stew'),
    get(timeline, 'at an empty shelf', empty),
  ]
  await timeline.sleep(seconds(2))
  full.close()
  empty.close()
  const outcomes = await Promise.all(waiting)
  const later = [
    await put(timeline, full, 'cake'),
    await get(timeline, 'takes what is there', full),
    await get(timeline, 'finds nothing', full),
  ]

  expect(
    outcomes.map(endOf),
    'Soup is on the shelf, stew waits for room, somebody else waits at an empty shelf; then both are closed. The three calls',
  ).toEqual(['resolved to undefined', CLOSED, CLOSED])
  expect(
    later.map(endOf),
    'After closing time somebody puts cake, and two come to take something. The three calls',
  ).toEqual([CLOSED, "resolved to 'soup'", CLOSED])
})

test('to close it twice is no different', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(1)
  await put(timeline, shelf, 'soup')

  expect(() => {
    shelf.close()
    shelf.close()
  }, 'A shelf is closed twice').toThrowNothing()
  const outcome = await get(timeline, 'guest', shelf)

  expect(outcome, 'There is soup on a shelf that was closed twice').toResolveTo('soup')
})

test('leaves no listener on a signal, however the waiting ends', async ({ timeline }) => {
  const shelf = new BoundedQueue<string>(1)
  const stays = timeline.controller('stays', { alsoWhenAborted: true })
  const leaves = timeline.controller('leaves', { alsoWhenAborted: true })
  const own = () => undefined
  stays.signal.onabort = own

  const first = [
    get(timeline, 'served', shelf, stays.signal),
    get(timeline, 'leaves', shelf, leaves.signal),
  ]
  await timeline.sleep(seconds(1))
  leaves.abort(gone)
  const puts = ['soup', 'stew', 'cake'].map((dish) => put(timeline, shelf, dish, stays.signal))
  await timeline.sleep(seconds(1))
  await get(timeline, 'takes stew', shelf, stays.signal)
  await get(timeline, 'takes cake', shelf, stays.signal)
  const last = get(timeline, 'nothing left', shelf, stays.signal)
  await timeline.sleep(seconds(1))
  shelf.close()
  await Promise.all([...first, ...puts, last])

  expect(stays.signal.onabort === own, "Is the owner's own onabort still there").toBe(true)
  stays.signal.onabort = null
})

test('takes empty things for things', async ({ timeline }) => {
  const shelf = new BoundedQueue<unknown>(2)
  const plate = { of: 'soup' }
  for (const item of [...EMPTY, plate]) {
    await timeline.outcome('put', () => shelf.put(item))
    const first = await timeline.outcome('get', () => shelf.get())
    const waiting = timeline.outcome('wait', () => shelf.get())
    await timeline.sleep(seconds(1))
    await timeline.outcome('hand over', () => shelf.put(item))
    const second = await waiting

    expect(first, `${inWords(item)} was put, and then taken`).toResolveTo(item)
    expect(second, `Somebody waits, and ${inWords(item)} is put`).toResolveTo(item)
  }
})

test('two shelves know nothing of each other', async ({ timeline }) => {
  const [here, there] = [new BoundedQueue<string>(1), new BoundedQueue<string>(1)]

  await timeline.call('all', async () => {
    await here.put('soup')
    await there.put('stew')
    expect(
      await here.get(),
      'Soup is on one shelf, stew on the other. What is taken from the first',
    ).toBe('soup')
  })

  expect(there.size, 'Soup was taken from the one; on the other there are').toBe(1)
})

test('thirty fit on a shelf for thirty', async ({ timeline }) => {
  const shelf = new BoundedQueue<number>(30)
  const dishes = Array.from({ length: 31 }, (_, index) => index)

  const puts = dishes.map((dish) => put(timeline, shelf, dish))
  await timeline.sleep(seconds(3_600))
  await get(timeline, 'guest', shelf)
  await Promise.all(puts)

  expect(
    timeline,
    'Thirty-one are put on a shelf for thirty, the first is taken an hour later',
  ).toEndAt('put 29', seconds(0))
  expect(
    timeline,
    'Thirty-one are put on a shelf for thirty, the first is taken an hour later',
  ).toEndAt('put 30', seconds(3_600))
})

test('in whatever order people come and go, each dish is taken once', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const shelf = new BoundedQueue<string>(1)
    const leaves = new AbortController()
    const taken: string[] = []
    let most = 0
    const cook = async (name: string) => {
      for (const number of [1, 2]) {
        await job(`${name} has cooked ${number}`, undefined)()
        await timeline.start(`${name} puts ${number}`, () => shelf.put(`${name}${number}`))
        most = Math.max(most, shelf.size)
      }
    }
    const guest = async (name: string, count: number) => {
      for (let number = 0; number < count; number += 1) {
        taken.push(await timeline.start(`${name} takes`, () => shelf.get()))
        await job(`${name} has eaten`, undefined)()
      }
    }
    const impatient = async () => {
      const waiting = timeline.start('impatient', () => shelf.get({ signal: leaves.signal }))
      await waiting.then(
        (dish) => taken.push(dish),
        () => undefined,
      )
    }
    const leave = async () => {
      await job('the impatient leaves', undefined)()
      leaves.abort(gone)
    }

    await Promise.all([cook('A'), cook('B'), guest('Ann', 3), impatient(), leave()])
    // What the impatient one has not had is still there.
    if (taken.length < 4) taken.push(await timeline.start('the last', () => shelf.get()))

    expect(taken.toSorted(), 'Two cooks, two dishes each. What was taken').toEqual([
      'A1',
      'A2',
      'B1',
      'B2',
    ])
    expect(taken.indexOf('A1') < taken.indexOf('A2'), 'What A has put first is taken first').toBe(
      true,
    )
    expect(Math.max(most, 1), 'How many were on a shelf for one at most').toBe(1)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => evening(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => evening(it, timeline, [1, 20].map(seconds)))

/** A cook needs as long as the delays say, and puts three of each on a shelf for one; somebody takes one every 4 seconds. */
async function evening(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<number[]> {
  const shelf = new it.BoundedQueue<number>(1)
  const cook = async () => {
    for (const [index, delay] of delays.entries()) {
      await timeline.job(`cook ${index}`, delay)()
      for (const dish of [0, 1, 2].map((number) => 3 * index + number)) {
        await timeline.start(`put ${dish}`, () => shelf.put(dish))
      }
    }
  }
  const serve = async () => {
    const served: number[] = []
    while (served.length < 3 * delays.length) {
      served.push(await timeline.start(`get ${served.length}`, () => shelf.get()))
      await timeline.sleep(seconds(4))
    }
    return served
  }
  const [served] = await timeline.call('evening', () => Promise.all([serve(), cook()]))
  return served
}
