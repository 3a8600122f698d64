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
import { limit } from '#exercises/06-coordination/01-limit/limit.ts'
import * as reference from '#reference/06-coordination/01-limit/limit.ts'

const submission = { limit }

const burnt = new Error('burnt')

/** A dish that needs so many seconds on the fire. */
const dish = (timeline: Timeline, takes: number) => timeline.job(`dish ${takes}`, seconds(takes))

test('two are on the fire, and whoever is next begins when a flame is free', async ({
  timeline,
}) => {
  const onFire = limit(2)

  await timeline.call('all', () =>
    Promise.all([9, 1, 3, 5, 7].map((takes) => onFire(dish(timeline, takes)))),
  )

  expect(timeline).toLookLike(`
    all     ===============>
    dish 9  ========>
    dish 1  >
    dish 3  .==>
    dish 5  ....====>
    dish 7  .........======>
  `)
})

test('everybody gets what their own job has given', async ({ timeline }) => {
  const onFire = limit(2)
  const plate = { of: 'soup' }
  const jobs = [9, 1, 3].map((takes) => dish(timeline, takes))

  const values = await timeline.call('all', () =>
    Promise.all([...jobs, () => Promise.resolve(plate)].map((job) => onFire<unknown>(job))),
  )

  expect(values.slice(0, 3)).toEqual(['dish 9', 'dish 1', 'dish 3'])
  expect(values[3]).toBeTheVery(plate)
})

test('a limit of one is one after the other, a limit of thirty all at once', async ({
  timeline,
}) => {
  const [one, thirty] = [limit(1), limit(30)]

  await timeline.call('limit 1', () =>
    Promise.all([3, 1, 2].map((takes) => one(dish(timeline, takes)))),
  )
  await timeline.call('limit 30', () =>
    Promise.all([4, 5, 6].map((takes) => thirty(dish(timeline, takes)))),
  )

  expect(timeline).toLookLike(`
    limit 1   =====>
    dish 3    ==>
    dish 1    ...>
    dish 2    ....=>
    limit 30  ......=====>
    dish 4    ......===>
    dish 5    ......====>
    dish 6    ......=====>
  `)
})

test('whoever fails gives the flame back, and only their own caller hears of it', async ({
  timeline,
}) => {
  const onFire = limit(1)
  const burn = timeline.job<string>('burn', seconds(2), { throws: burnt })

  const outcomes = await timeline.call('all', () =>
    Promise.allSettled(
      [burn, dish(timeline, 3), burn, dish(timeline, 1)].map((job) => onFire(job)),
    ),
  )

  expect(outcomes.map(endingOf), 'The first and the third job fail. What the four came to').toEqual(
    [
      'rejected with Error: burnt',
      "resolved to 'dish 3'",
      'rejected with Error: burnt',
      "resolved to 'dish 1'",
    ],
  )
  expect(timeline).toLookLike(`
    all     =======>
    burn    =x
    dish 3  ..==>
    burn    .....=x
    dish 1  .......>
  `)
})

test('whoever throws at once gives the flame back, too', async ({ timeline }) => {
  const onFire = limit(1)
  const refuse = (): Promise<string> => {
    throw burnt
  }

  const first = await timeline.outcome('first', () => onFire(refuse))
  const rest = await timeline.outcome('rest', () =>
    Promise.allSettled([dish(timeline, 1), refuse, dish(timeline, 2)].map((job) => onFire(job))),
  )

  expect(first, 'The job throws before it returns a promise').toRejectWith(burnt)
  const ends = rest.status === 'fulfilled' ? rest.value.map(endingOf) : endingOf(rest)
  expect(ends, 'Three come later, of whom the second throws at once. What they came to').toEqual([
    "resolved to 'dish 1'",
    'rejected with Error: burnt',
    "resolved to 'dish 2'",
  ])
})

test('whoever comes when nobody is there begins at once', async ({ timeline }) => {
  const onFire = limit(2)

  await timeline.call('early', () =>
    Promise.all([1, 2, 3].map((takes) => onFire(dish(timeline, takes)))),
  )
  await timeline.sleep(seconds(10) - timeline.now)
  await timeline.call('late', () =>
    Promise.all([4, 5].map((takes) => onFire(dish(timeline, takes)))),
  )

  expect(timeline).toLookLike(`
    early   ===>
    dish 1  >
    dish 2  =>
    dish 3  .==>
    late    ..........====>
    dish 4  ..........===>
    dish 5  ..........====>
  `)
})

test('whoever comes when somebody has just finished goes to the end of the line', async ({
  timeline,
}) => {
  const onFire = limit(1)
  const cook = (name: string) => timeline.job(name, seconds(1))

  await timeline.call('all', async () => {
    let cooking: Promise<string> | undefined
    const first = onFire(() => (cooking = cook('first')()))
    const second = onFire(cook('second'))
    const third = onFire(cook('third'))
    await timeline.sleep(seconds(0.5))
    // At the very moment at which the first is done, somebody new comes in.
    const again = cooking?.then(() => onFire(cook('newcomer')))
    await Promise.all([first, second, third, again])
  })

  expect(timeline).toLookLike(`
    all       ===>
    first     >
    second    .>
    third     ..>
    newcomer  ...>
  `)
})

test('each job is begun as often as it is handed in', async ({ timeline }) => {
  const onFire = limit(2)
  const soup = timeline.job('soup', seconds(1))

  await timeline.call('all', () => Promise.all([onFire(soup), onFire(soup), onFire(soup)]))

  expect(timeline, 'The same job was handed in three times').toStart('soup', 3)
})

test('two kitchens know nothing of each other', async ({ timeline }) => {
  const [here, there] = [limit(1), limit(1)]

  await timeline.call('both', () =>
    Promise.all([here(dish(timeline, 2)), there(dish(timeline, 3))]),
  )

  expect(timeline).toLookLike(`
    both    ==>
    dish 2  =>
    dish 3  ==>
  `)
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  const onFire = limit(1)
  for (const value of EMPTY) {
    const gives = timeline.job<unknown>('gives', seconds(1), { returns: value })
    const fails = timeline.job<unknown>('fails', seconds(1), { throws: value })

    const good = await timeline.outcome('gives', () => onFire(gives))
    const bad = await timeline.outcome('fails', () => onFire(fails))

    expect(good, `The job resolves to ${inWords(value)}`).toResolveTo(value)
    expect(bad, `The job rejects with ${inWords(value)}`).toRejectWith(value)
  }
})

test('never more than two, nobody is forgotten, and first come, first served', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const onFire = limit(2)
    const begun: number[] = []
    const newcomers: Promise<number>[] = []
    let [running, most] = [0, 0]
    const cook = (number: number) => () => {
      begun.push(number)
      running += 1
      most = Math.max(most, running)
      const fails = number === 2
      const cooking = fails ? failingJob('2 fails', burnt)() : job(`cook ${number}`, number)()
      const done = () => void (running -= 1)
      cooking.then(done, done)
      // A guest watches the pan, and orders at the very moment at which it is done.
      const order = () => newcomers.push(onFire(cook(number + 10)))
      if (number < 10) {
        void Promise.resolve()
          .then(() => undefined)
          .then(() => cooking.then(order, order))
      }
      return cooking
    }

    await timeline.start('all', () =>
      Promise.allSettled([1, 2, 3, 4].map((number) => onFire<number>(cook(number)))),
    )
    await timeline.start('newcomers', () => Promise.all(newcomers))

    expect(Math.max(most, 2), 'How many were on the two flames at most').toBe(2)
    expect(
      begun.toSorted((a, b) => a - b),
      'Four and four newcomers. Who was on a flame',
    ).toEqual([1, 2, 3, 4, 11, 12, 13, 14])
    expect(begun.slice(0, 4), 'The first four begin in the order in which they came').toEqual([
      1, 2, 3, 4,
    ])
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => cookAll(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  cookAll(it, timeline, [7, 1, 3, 9].map(seconds)),
)

/** All at once, on two flames; every third one burns. */
async function cookAll(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const onFire = it.limit(2)
  const outcomes = await timeline.call('all', () =>
    Promise.allSettled(
      delays.map((delay, index) =>
        onFire(
          timeline.job<string>(`dish ${index}`, delay, index % 3 === 2 ? { throws: burnt } : {}),
        ),
      ),
    ),
  )
  return outcomes.map(endingOf)
}
