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
import { batchLoader } from '#exercises/06-coordination/07-batch-loader/batch-loader.ts'
import * as reference from '#reference/06-coordination/07-batch-loader/batch-loader.ts'

const submission = { batchLoader }

type Answers<V> = Promise<(V | Error)[]>

/** A cellar boy who needs two seconds for a list, and brings a bottle for each number on it. */
const cellar = (timeline: Timeline) => (keys: number[]) => {
  const label = `load ${keys.join(', ')}`
  return timeline.job(label, seconds(2), { returns: keys.map((key) => `bottle ${key}`) })()
}

/** Resolves at once, and notes each list as it was when it came. */
function noting<K, V>(answer: (key: K) => V | Error) {
  const lists: K[][] = []
  const load = (keys: K[]): Answers<V> => {
    lists.push([...keys])
    return Promise.resolve(keys.map(answer))
  }
  return { lists, load }
}

test('all who ask at the same moment share one list, and later ones the next', async ({
  timeline,
}) => {
  const bottleOf = batchLoader(cellar(timeline))

  const asked = [1, 2, 1].map((key, guest) =>
    timeline.start(`guest ${guest + 1}`, () => bottleOf(key)),
  )
  await timeline.sleep(seconds(1))
  const late = timeline.start('guest 4', () => bottleOf(3))
  const bottles = await Promise.all([...asked, late])

  expect(bottles).toEqual(['bottle 1', 'bottle 2', 'bottle 1', 'bottle 3'])
  expect(timeline).toLookLike(`
    guest 1    =>
    guest 2    =>
    guest 3    =>
    load 1, 2  =>
    guest 4    .=>
    load 3     .=>
  `)
})

test('each key is on the list once, in the order in which they were asked for', async ({
  timeline,
}) => {
  const { lists, load } = noting((key: number) => `bottle ${key}`)
  const bottleOf = batchLoader(load)

  await timeline.call('six guests', () =>
    Promise.all([7, 3, 7, 9, 3, 1].map((key) => bottleOf(key))),
  )

  expect(lists, 'Asked for 7, 3, 7, 9, 3 and 1 at the same moment: the lists are').toEqual([
    [7, 3, 9, 1],
  ])
})

test('one that is missing fails for those who asked for it, and for nobody else', async ({
  timeline,
}) => {
  const sold = new Error('sold out')
  const bottleOf = batchLoader((keys: number[]) =>
    timeline.job<(string | Error)[]>(`load ${keys.join(', ')}`, seconds(2), {
      returns: keys.map((key) => (key === 2 ? sold : `bottle ${key}`)),
    })(),
  )

  const outcomes = await Promise.all(
    [1, 2, 3, 2].map((key, guest) => timeline.outcome(`guest ${guest + 1}`, () => bottleOf(key))),
  )

  const [first, second, third, fourth] = outcomes
  expect(first, 'The list of 1, 2 and 3 came back with an Error for 2. Key 1').toResolveTo(
    'bottle 1',
  )
  expect(second, 'Key 2, for which an Error came back').toRejectWith(sold)
  expect(third, 'Key 3, though an Error came back for 2').toResolveTo('bottle 3')
  expect(fourth, 'Key 2, for the second who asked for it').toRejectWith(sold)
})

test('when load fails, all on that list hear of it, and nobody else', async ({ timeline }) => {
  const stairs = new Error('he fell down the stairs')
  const bottleOf = batchLoader((keys: number[]) =>
    keys.includes(1)
      ? timeline.job<string[]>('first list', seconds(2), { throws: stairs })()
      : timeline.job('second list', seconds(2), { returns: keys.map((key) => `bottle ${key}`) })(),
  )

  const early = [1, 2].map((key) => timeline.outcome(`key ${key}`, () => bottleOf(key)))
  await timeline.sleep(seconds(1))
  const late = timeline.outcome('key 3', () => bottleOf(3))
  const [one, two, three] = await Promise.all([...early, late])

  const sentence = 'load rejects, with 1 and 2 on the list: both reject with that very error. Key'
  expect(one, `${sentence} 1`).toRejectWith(stairs)
  expect(two, `${sentence} 2`).toRejectWith(stairs)
  expect(three, 'Another list was under way, and failed. Key 3').toResolveTo('bottle 3')
})

test('goes on as if nothing had happened after a list that failed', async ({ timeline }) => {
  let falls = true
  const bottleOf = batchLoader((keys: number[]) => {
    const fails = falls
    falls = false
    return fails
      ? Promise.reject<string[]>(new Error('he fell'))
      : Promise.resolve(keys.map((key) => `bottle ${key}`))
  })

  await timeline.outcome('first', () => bottleOf(1))
  const again = await timeline.outcome('again', () => bottleOf(1))

  expect(again, 'The first list failed. Key 1, asked for again later').toResolveTo('bottle 1')
})

test('a load that throws at once has failed like any other', async ({ timeline }) => {
  const locked = new Error('the cellar is locked')
  const bottleOf = batchLoader<number, string>(() => {
    throw locked
  })

  const [one, two] = await Promise.all(
    [1, 2].map((key) => timeline.outcome(`key ${key}`, () => bottleOf(key))),
  )

  expect(one, 'load throws before it returns a promise. Key 1').toRejectWith(locked)
  expect(two, 'load throws before it returns a promise. Key 2').toRejectWith(locked)
})

test('no list is longer than max, and all of them set out at once', async ({ timeline }) => {
  const bottleOf = batchLoader(cellar(timeline), { max: 2 })

  const bottles = await timeline.call('six guests', () =>
    Promise.all([1, 2, 3, 2, 4, 5].map((key) => bottleOf(key))),
  )

  expect(bottles).toEqual(['1', '2', '3', '2', '4', '5'].map((key) => `bottle ${key}`))
  expect(timeline).toLookLike(`
    six guests  =>
    load 1, 2   =>
    load 3, 4   =>
    load 5      =>
  `)
})

test('a list that is full leaves no empty one behind', async ({ timeline }) => {
  const { lists, load } = noting((key: number) => key)
  const four = batchLoader(load, { max: 2 })
  const one = batchLoader(load, { max: 1 })

  await timeline.call('max 2', () => Promise.all([1, 2, 3, 4].map((key) => four(key))))
  await timeline.call('max 1', () => Promise.all([5, 6].map((key) => one(key))))

  expect(lists, 'Keys 1 to 4 with max 2, then 5 and 6 with max 1: the lists are').toEqual([
    [1, 2],
    [3, 4],
    [5],
    [6],
  ])
})

test('thirty keys are one list where there is no max', async ({ timeline }) => {
  const { lists, load } = noting((key: number) => key)
  const bottleOf = batchLoader(load)
  const keys = Array.from({ length: 30 }, (_, index) => index)

  const values = await timeline.call('thirty guests', () =>
    Promise.all(keys.map((key) => bottleOf(key))),
  )

  expect(lists.map((list) => list.length)).toEqual([30])
  expect(values).toEqual(keys)
})

test('the list belongs to load, which may read it later', async ({ timeline }) => {
  const read: string[] = []
  const slip = timeline.job('read the slip', seconds(1))
  const bottleOf = batchLoader(async (keys: number[]) => {
    await slip()
    read.push(keys.join(', '))
    return keys.map((key) => `bottle ${key}`)
  })

  const early = [1, 2].map((key) => timeline.start(`key ${key}`, () => bottleOf(key)))
  await timeline.sleep(seconds(0.5))
  const late = timeline.start('key 3', () => bottleOf(3))
  await Promise.all([...early, late])

  expect(read, 'load reads its list a second after it was given it. It read').toEqual(['1, 2', '3'])
})

test('lists may come back in any order: everybody gets what is theirs', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const bottleOf = batchLoader(async (keys: number[]) => {
      await job(`list ${keys.join(', ')}`, undefined)()
      return keys.map((key) => `bottle ${key}`)
    })
    const ask = async (keys: number[], after: string) => {
      await job(after, undefined)()
      const bottles = await timeline.start(after, () =>
        Promise.all(keys.map((key) => bottleOf(key))),
      )
      expect(bottles, `Asked for ${keys.join(' and ')}: what came is`).toEqual(
        keys.map((key) => `bottle ${key}`),
      )
    }

    await Promise.all([ask([1, 2], 'table A'), ask([2, 3], 'table B'), ask([3, 1], 'table C')])
  }))

test('two loaders know nothing of each other', async ({ timeline }) => {
  const wine = noting((key: number) => `wine ${key}`)
  const beer = noting((key: number) => `beer ${key}`)
  const wineOf = batchLoader(wine.load)
  const beerOf = batchLoader(beer.load)

  const drinks = await timeline.call('three guests', () =>
    Promise.all([wineOf(1), beerOf(1), wineOf(2)]),
  )

  expect(drinks, 'Two loaders are asked for key 1 at the same moment').toEqual([
    'wine 1',
    'beer 1',
    'wine 2',
  ])
  expect([...wine.lists, ...beer.lists], 'The list of the one, and that of the other').toEqual([
    [1, 2],
    [1],
  ])
})

test('keys that only look alike are two keys', async ({ timeline }) => {
  const red = { name: 'wine' }
  const white = { name: 'wine' }
  const { lists, load } = noting((key: unknown) => [key])
  const bottleOf = batchLoader(load)
  const keys = [1, '1', red, white, 0, '', false, red]

  const values = await timeline.call('eight guests', () =>
    Promise.all(keys.map((key) => bottleOf(key))),
  )

  expect(lists.length, 'All keys are asked for at the same moment. How many lists').toBe(1)
  expect(lists[0] ?? [], 'Keys are alike where a Map says so: 1 is not "1"').toHoldTheVery(
    keys.slice(0, -1),
  )
  values.forEach((value, index) => {
    expect(
      value[0],
      `What load has returned for ${inWords(keys[index])} goes to whoever asked for it`,
    ).toBeTheVery(keys[index])
  })
})

test('takes an empty value for a value, and hands it on as it is', async ({ timeline }) => {
  const cork = { of: 'this very bottle' }
  for (const value of [...EMPTY, cork]) {
    const valueOf = batchLoader<string, unknown>((keys) => Promise.resolve(keys.map(() => value)))

    const outcome = await timeline.outcome('key', () => valueOf('a'))

    expect(outcome, `load returns ${inWords(value)} for the key`).toResolveTo(value)
  }
})

test('an empty reason is a reason', async ({ timeline }) => {
  for (const value of EMPTY) {
    const valueOf = batchLoader<string, string>(() => Promise.reject<string[]>(value))

    const outcome = await timeline.outcome('key', () => valueOf('a'))

    expect(outcome, `load rejects with ${inWords(value)}`).toRejectWith(value)
  }
})

withRandomDelays(submission, reference, (it, timeline, delays) => dine(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => dine(it, timeline, [0, 1, 4].map(seconds)))

/** At each of the instants three guests ask; the list takes two seconds, and what has a minus is missing. */
async function dine(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const bottleOf = it.batchLoader(
    (keys: number[]) =>
      timeline.job<(string | Error)[]>(`load ${keys.join(', ')}`, seconds(2), {
        returns: keys.map((key) => (key < 0 ? new Error('sold out') : `bottle ${key}`)),
      })(),
    { max: 2 },
  )
  const tables = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    const guests = [2 * index, 2 * index + 1, -1 - index].map((key) =>
      timeline.outcome(`guest asks for ${key}`, () => bottleOf(key)),
    )
    return (await Promise.all(guests)).map(endingOf)
  })
  return (await Promise.all(tables)).flat()
}
