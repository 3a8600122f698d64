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
import { buy, Mutex } from '#exercises/06-coordination/02-mutex/mutex.ts'
import * as solution from '#reference/06-coordination/02-mutex/mutex.ts'

const submission = { buy, Mutex }
// To TypeScript the two classes differ, as they have private fields of their own.
const reference = solution as unknown as typeof submission

const burnt = new Error('burnt')

/** A board that it takes a second to read; what is read is what it said when one began. */
function board(timeline: Timeline, count: number) {
  return {
    count,
    read() {
      return timeline.job('read', seconds(1), { returns: this.count })()
    },
    write(next: number) {
      this.count = next
      return Promise.resolve()
    },
  }
}

test('three buyers take three of five, one after the other', async ({ timeline }) => {
  const [stock, mutex] = [board(timeline, 5), new Mutex()]

  await timeline.call('three buyers', () =>
    Promise.all([buy(stock, mutex), buy(stock, mutex), buy(stock, mutex)]),
  )

  expect(
    stock.count,
    'There were five, and three buyers took one each. Whoever reads before another has written takes the same one. There are left',
  ).toBe(2)
  expect(timeline).toLookLike(`
    three buyers  ==>
    read          >
    read          .>
    read          ..>
  `)
})

test('one job runs at a time, first come, first served', async ({ timeline }) => {
  const mutex = new Mutex()

  await timeline.call('all', () =>
    Promise.all(
      [3, 1, 2].map((takes) => mutex.runExclusive(timeline.job(`job ${takes}`, seconds(takes)))),
    ),
  )

  expect(timeline).toLookLike(`
    all    =====>
    job 3  ==>
    job 1  ...>
    job 2  ....=>
  `)
})

test('everybody gets what their own job has given', async ({ timeline }) => {
  const mutex = new Mutex()
  const plate = { of: 'soup' }

  const [tea, soup] = await timeline.call('both', () =>
    Promise.all([
      mutex.runExclusive(timeline.job('tea', seconds(2))),
      mutex.runExclusive(() => Promise.resolve(plate)),
    ]),
  )

  expect(tea).toBe('tea')
  expect(soup).toBeTheVery(plate)
})

test('a job that fails opens the door again, and only its caller hears of it', async ({
  timeline,
}) => {
  const mutex = new Mutex()
  const burn = timeline.job<string>('burn', seconds(2), { throws: burnt })

  const outcomes = await timeline.call('all', () =>
    Promise.allSettled(
      [burn, timeline.job('fry', seconds(1)), burn].map((job) => mutex.runExclusive(job)),
    ),
  )

  expect(
    outcomes.map(endingOf),
    'The first and the third job fail. What the three came to',
  ).toEqual(['rejected with Error: burnt', "resolved to 'fry'", 'rejected with Error: burnt'])
  expect(mutex.locked, 'All are through, and the last has failed. locked is').toBe(false)
})

test('locked is true as long as somebody is inside or in line', async ({ timeline }) => {
  const mutex = new Mutex()
  const told: Record<string, boolean> = { before: mutex.locked }

  const all = timeline.call('all', () =>
    Promise.all(
      [2, 1].map((takes) => mutex.runExclusive(timeline.job(`job ${takes}`, seconds(takes)))),
    ),
  )
  told['after the calls'] = mutex.locked
  await timeline.sleep(seconds(1))
  told['at second 1'] = mutex.locked
  await timeline.sleep(seconds(1.5))
  told['at second 2.5'] = mutex.locked
  await all
  told['when both are done'] = mutex.locked

  expect(told, 'A job from second 0 to 2, and one from 2 to 3. locked was').toEqual({
    before: false,
    'after the calls': true,
    'at second 1': true,
    'at second 2.5': true,
    'when both are done': false,
  })
})

test('the lock passes from hand to hand: it is never open while somebody waits', async ({
  timeline,
}) => {
  const mutex = new Mutex()
  const cook = (name: string) => timeline.job(name, seconds(1))
  const told: boolean[] = []

  await timeline.call('all', async () => {
    let cooking: Promise<string> | undefined
    const first = mutex.runExclusive(() => (cooking = cook('first')()))
    const second = mutex.runExclusive(cook('second'))
    await timeline.sleep(seconds(0.5))
    // At the very moment at which the first is done, somebody new comes in.
    const again = cooking?.then(() => {
      told.push(mutex.locked)
      return mutex.runExclusive(cook('newcomer'))
    })
    await Promise.all([first, second, again])
  })

  expect(told, 'The first is just done, and the second is in line. locked is').toEqual([true])
  expect(timeline).toLookLike(`
    all       ==>
    first     >
    second    .>
    newcomer  ..>
  `)
})

test('a job that throws at once opens the door again, too', async ({ timeline }) => {
  const mutex = new Mutex()
  const refuse = (): Promise<string> => {
    throw burnt
  }

  const first = await timeline.outcome('first', () => mutex.runExclusive(refuse))
  const second = await timeline.outcome('second', () =>
    mutex.runExclusive(timeline.job('fry', seconds(1))),
  )

  expect(first, 'The job throws before it returns a promise').toRejectWith(burnt)
  expect(second, 'Somebody comes after one whose job has thrown at once').toResolveTo('fry')
})

test('runExclusive rejects, and never throws', async ({ timeline }) => {
  const mutex = new Mutex()
  let promise: Promise<unknown> | undefined

  expect(() => {
    promise = mutex.runExclusive(() => {
      throw burnt
    })
  }, 'The job throws at once. runExclusive returns a promise all the same, and lets that reject').toThrowNothing()
  await timeline.outcome('runExclusive', () => promise)
})

test('whoever comes when nobody is there begins at once', async ({ timeline }) => {
  const mutex = new Mutex()

  await timeline.call('early', () => mutex.runExclusive(timeline.job('job 1', seconds(1))))
  await timeline.sleep(seconds(5) - timeline.now)
  await timeline.call('late', () => mutex.runExclusive(timeline.job('job 2', seconds(2))))

  expect(timeline).toLookLike(`
    early  >
    job 1  >
    late   .....=>
    job 2  .....=>
  `)
})

test('two doors know nothing of each other', async ({ timeline }) => {
  const [here, there] = [new Mutex(), new Mutex()]

  await timeline.call('both', () =>
    Promise.all([
      here.runExclusive(timeline.job('job 2', seconds(2))),
      there.runExclusive(timeline.job('job 3', seconds(3))),
    ]),
  )

  expect(timeline).toLookLike(`
    both   ==>
    job 2  =>
    job 3  ==>
  `)
})

test('two boards with a door each are bought from at the same time', async ({ timeline }) => {
  const [fish, bread] = [board(timeline, 5), board(timeline, 9)]

  await timeline.call('two buyers', () =>
    Promise.all([buy(fish, new Mutex()), buy(bread, new Mutex())]),
  )

  expect([fish.count, bread.count], 'There were 5 and 9, and one was bought of each').toEqual([
    4, 8,
  ])
  expect(timeline).toLookLike(`
    two buyers  >
    read        >
    read        >
  `)
})

test('whoever else has locked the door keeps buyers out', async ({ timeline }) => {
  const [stock, mutex] = [board(timeline, 5), new Mutex()]

  await timeline.call('both', () =>
    Promise.all([mutex.runExclusive(timeline.job('stocktaking', seconds(3))), buy(stock, mutex)]),
  )

  expect(timeline).toLookLike(`
    both         ===>
    stocktaking  ==>
    read         ...>
  `)
})

test('buy waits until its number is on the board, and hands on what went wrong', async ({
  timeline,
}) => {
  const mutex = new Mutex()
  const slow = {
    read: timeline.job('read', seconds(1), { returns: 5 }),
    write: (count: number) =>
      timeline.job<undefined>(`write ${count}`, seconds(2), { returns: undefined })(),
  }
  const broken = { read: () => Promise.reject<number>(burnt), write: () => Promise.resolve() }

  await timeline.call('both', () => Promise.all([buy(slow, mutex), buy(slow, mutex)]))
  const outcome = await timeline.outcome('broken', () => buy(broken, mutex))

  expect(outcome, 'The board cannot be read, and that is what buy rejects with').toRejectWith(burnt)
  expect(mutex.locked, 'A buyer has failed. locked is').toBe(false)
  expect(timeline).toLookLike(`
    both     =====>
    read     >
    write 4  .=>
    read     ...>
    write 4  ....=>
    broken   ......|
  `)
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  const mutex = new Mutex()
  for (const value of EMPTY) {
    const gives = timeline.job<unknown>('gives', seconds(1), { returns: value })
    const fails = timeline.job<unknown>('fails', seconds(1), { throws: value })

    const good = await timeline.outcome('gives', () => mutex.runExclusive(gives))
    const bad = await timeline.outcome('fails', () => mutex.runExclusive(fails))

    expect(good, `The job resolves to ${inWords(value)}`).toResolveTo(value)
    expect(bad, `The job rejects with ${inWords(value)}`).toRejectWith(value)
  }
})

test('in whatever order things end: never two inside, and nobody is forgotten', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const mutex = new Mutex()
    const begun: number[] = []
    const newcomers: Promise<number>[] = []
    let [inside, most] = [0, 0]
    const enter = (number: number) => () => {
      begun.push(number)
      inside += 1
      most = Math.max(most, inside)
      const fails = number === 2
      const working = fails ? failingJob('2 fails', burnt)() : job(`job ${number}`, number)()
      const done = () => void (inside -= 1)
      working.then(done, done)
      // Somebody watches the door, and comes at the very moment at which it opens.
      const come = () => newcomers.push(mutex.runExclusive(enter(number + 10)))
      if (number < 10) {
        void Promise.resolve()
          .then(() => undefined)
          .then(() => working.then(come, come))
      }
      return working
    }
    const guest = async (number: number) => {
      await job(`guest ${number}`, undefined)()
      await mutex.runExclusive(enter(number))
    }

    await timeline.start('all', () => Promise.allSettled([1, 2, 3].map(guest)))
    await timeline.start('newcomers', () => Promise.all(newcomers))

    expect(most, 'How many were inside at most').toBe(1)
    expect(
      begun.toSorted((a, b) => a - b),
      'Three and three newcomers. Who was inside',
    ).toEqual([1, 2, 3, 11, 12, 13])
    expect(mutex.locked, 'Everybody is through. locked is').toBe(false)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => market(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  market(it, timeline, [3, 1, 5].map(seconds)),
)

/** Jobs of these lengths and a buyer behind each, all through one door. */
async function market(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<unknown[]> {
  const [stock, mutex] = [board(timeline, 30), new it.Mutex()]
  const outcomes = await timeline.call('all', () =>
    Promise.allSettled(
      delays.flatMap((delay, index) => [
        mutex.runExclusive(
          timeline.job<string>(`job ${index}`, delay, index % 3 === 2 ? { throws: burnt } : {}),
        ),
        it.buy(stock, mutex),
      ]),
    ),
  )
  return [...outcomes.map(endingOf), stock.count, mutex.locked]
}
