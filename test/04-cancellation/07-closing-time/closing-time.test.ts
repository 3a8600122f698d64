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
import { runToClosing } from '#exercises/04-cancellation/07-closing-time/closing-time.ts'
import * as reference from '#reference/04-cancellation/07-closing-time/closing-time.ts'
import type { Job } from '#reference/04-cancellation/07-closing-time/closing-time.ts'

const submission = { runToClosing }

const fire = new Error('the kitchen is on fire')

test('cancels what is still running when main has ended, and not before', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const music = timeline.job('music', seconds(5))

  await evening(timeline, guests, music)

  expect(timeline).toLookLike(
    `
    evening  >
    guests   >
    music    !
  `,
    { sentence: 'What is left would keep Node open. To be cancelled is no failure.' },
  )
})

test('cancels in that very moment', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1.234))
  const music = timeline.job('music', seconds(5))

  await evening(timeline, guests, music)

  const sentence =
    'main has ended at second 1.234, and that is when everything is cancelled: give nobody a while ' +
    'to end of their own accord'
  expect(timeline, sentence).toEndAt('evening', seconds(1.234))
  expect(timeline, sentence).toEndAt('music', seconds(1.234))
})

test('waits until a cancelled job has put its tools away', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })

  await evening(timeline, guests, oven)

  expect(timeline).toLookLike(`
    evening  ==>
    guests   >
    oven     ==!
  `)
})

test('cancels all at once, and lets them put their tools away together', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const grill = timeline.job('grill', seconds(7), { cleanup: seconds(3) })
  const music = timeline.job('music', seconds(5))

  await evening(timeline, guests, oven, grill, music)

  expect(timeline).toLookLike(`
    evening  ===>
    guests   >
    oven     ==!
    grill    ===!
    music    !
  `)
})

test('passes the very result of main on', async ({ timeline }) => {
  const takings = { tables: 5, tips: 17 }
  const guests = timeline.job('guests', seconds(1), { returns: takings })
  const music = timeline.job('music', seconds(5), { cleanup: seconds(1) })

  const outcome = await evening(timeline, guests, music)

  expect(outcome, 'The caller gets what main returns').toResolveTo(takings)
  expect(outcome.status === 'fulfilled' && outcome.value).toBeTheVery(takings)
})

test('does not disturb jobs that end before main', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(3))
  const dishes = timeline.job('dishes', seconds(2))

  await evening(timeline, guests, dishes)

  expect(timeline).toLookLike(`
    evening  ==>
    guests   ==>
    dishes   =>
  `)
})

test('waits for a job that cannot hear its signal: nobody can stop it', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const ice = timeline.job('ice machine', seconds(3), { deaf: true })

  await evening(timeline, guests, ice)

  expect(timeline).toLookLike(`
    evening      ==>
    guests       >
    ice machine  ==>
  `)
})

test('cancels what is still running when main fails, too', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1), { throws: fire })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })

  const outcome = await evening(timeline, guests, oven)

  expect(outcome, 'The caller has to hear why main failed').toRejectWith(fire)
  expect(timeline).toLookLike(`
    evening  ==x
    guests   x
    oven     ==!
  `)
})

test('tells the error of main, and not that of a leftover', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1), { throws: fire })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })

  const outcome = await evening(timeline, guests, stuckAfter(oven))

  expect(
    outcome,
    'main has failed first, and that is the cause which the caller has to hear, alone and as it is',
  ).toRejectWith(fire)
  expect(timeline).toLookLike(`
    evening  ==x
    guests   x
    oven     ==!
  `)
})

test('is judged by main alone, whatever becomes of the jobs', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(5), { returns: 'a good evening' })
  const dishes = timeline.job('dishes', seconds(2), { throws: new Error('a broken plate') })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })

  const outcome = await evening(timeline, guests, dishes, stuckAfter(oven))

  expect(
    outcome,
    'A plate breaks and an oven door is stuck: main has ended well, and so does the evening',
  ).toResolveTo('a good evening')
  expect(timeline).toLookLike(`
    evening  ======>
    guests   ====>
    dishes   =x
    oven     ======!
  `)
})

test('leaves nothing running that is spawned at closing time', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const nightcaps = ['nightcap', 'second nightcap', 'third nightcap'].map((drink) =>
    timeline.job(drink, seconds(5), { cleanup: seconds(1) }),
  )

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      const ordersAfter =
        (job: Job<unknown>): Job<void> =>
        async (signal) => {
          try {
            await job(signal)
          } finally {
            const drink = nightcaps.shift()
            if (drink) spawnIfAllowed(spawn, ordersAfter(drink))
          }
        }
      spawn(ordersAfter(oven))
      await guests()
    }),
  )

  const closed = timeline.spans.find(({ label }) => label === 'evening')?.end ?? 0
  expect(
    timeline.spans.filter(({ end = Infinity }) => end > closed).map(({ label }) => label),
    'At closing time the oven orders a nightcap, and whoever drinks that orders another. Turn them ' +
      'away, or cancel them and wait for them: nothing may be running when the evening has ended',
  ).toEqual([])
  expect(
    timeline.spans
      .filter(({ label, how }) => label.endsWith('nightcap') && how === 'resolved')
      .map(({ label }) => label),
    'At closing time the oven orders a nightcap. Turn it away, or cancel it and wait for it, but do ' +
      'not let it be drunk to the end. What ran to its end',
  ).toEqual([])
})

test('starts a job as often as it is spawned, and waits for each', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const kinds = [
    timeline.job('big fryer', seconds(9), { cleanup: seconds(3) }),
    timeline.job('small fryer', seconds(9), { cleanup: seconds(2) }),
  ]
  const fryer: Job<void> = async (signal) => {
    await kinds.shift()?.(signal)
  }

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(fryer)
      spawn(fryer)
      await guests()
    }),
  )

  expect(timeline).toLookLike(`
    evening      ===>
    guests       >
    big fryer    ===!
    small fryer  ==!
  `)
})

test('closes one evening and not another', async ({ timeline }) => {
  const open = (name: string, main: number, music: number) => {
    const guests = timeline.job(`guests ${name}`, seconds(main))
    const plays = quiet(timeline.job(`music ${name}`, seconds(music)))
    return timeline.start(`evening ${name}`, () =>
      runToClosing(async (spawn) => {
        spawn(plays)
        await guests()
      }),
    )
  }

  await Promise.allSettled([open('A', 1, 5), open('B', 3, 2)])
  await Promise.allSettled([open('C', 2, 1)])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    evening A  >
    music A    !
    guests A   >
    evening B  ==>
    music B    =>
    guests B   ==>
    evening C  ...=>
    music C    ...>
    guests C   ...=>
  `,
    { sentence: 'Each call has a signal of its own, and a list of its own.' },
  )
})

test('ends with main when nothing was spawned', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1), { returns: 'a good evening' })

  const outcome = await evening(timeline, guests)

  expect(outcome, 'The caller gets what main returns').toResolveTo('a good evening')
  expect(timeline).toLookLike(`
    evening  >
    guests   >
  `)
})

test('waits as long as it takes to put the tools away', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(600) })

  await evening(timeline, guests, oven)

  expect(
    timeline,
    'The oven is cancelled at second 1 and needs ten minutes to cool down: set no limit, or the ' +
      'restaurant burns down',
  ).toEndAt('evening', seconds(601))
})

test('takes an empty result for one, and an empty error for one, too', async ({ timeline }) => {
  const music = timeline.job('music', seconds(5))

  for (const value of EMPTY) {
    const gives = timeline.job('guests', seconds(1), { returns: value })
    const fails = timeline.job('guests', seconds(1), { throws: value })

    const good = await evening(timeline, gives, music)
    const bad = await evening(timeline, fails, music)

    expect(
      good,
      `main resolves to ${inWords(value)}, and so does runToClosing: a result may look like none`,
    ).toResolveTo(value)
    expect(
      bad,
      `main rejects with ${inWords(value)}, and so does runToClosing: do not ask whether there is ` +
        'an error, but whether something was thrown',
    ).toRejectWith(value)
  }
})

withRandomDelays(submission, reference, async (it, timeline, [main = 0, ...others]) => {
  // With an even number of jobs main fails; leftovers need different times to clean up.
  const fails = others.length % 2 === 1
  const guests = timeline.job('guests', main, fails ? { throws: fire } : {})
  const jobs = others.map((delay, index) =>
    timeline.job(`job ${index + 1}`, delay, { cleanup: seconds(index + 1) }),
  )
  return endingOf(await timeline.outcome('evening', () => it.runToClosing(mainOf(guests, jobs))))
})

onTheWallClock(submission, reference, (it, timeline) => {
  const guests = timeline.job('guests', seconds(1), { returns: 'a good evening' })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const music = timeline.job('music', seconds(5))
  return timeline.call('evening', () => it.runToClosing(mainOf(guests, [oven, music])))
})

/** An evening that lasts as long as its guests stay, while these jobs are running. */
const evening = <T>(timeline: Timeline, guests: () => Promise<T>, ...jobs: Job<unknown>[]) =>
  timeline.outcome('evening', () => runToClosing(mainOf(guests, jobs)))

/** A main that spawns these jobs, and ends when its guests leave. */
const mainOf =
  <T>(guests: () => Promise<T>, jobs: Job<unknown>[]) =>
  (spawn: (job: Job<void>) => void): Promise<T> => {
    for (const job of jobs) spawn(quiet(job))
    return guests()
  }

/** A job without a result. */
const quiet =
  (job: Job<unknown>): Job<void> =>
  async (signal) => {
    await job(signal)
  }

/** A job that fails when it is cancelled, with an error of its own. */
const stuckAfter =
  (job: Job<unknown>): Job<void> =>
  async (signal) => {
    try {
      await job(signal)
    } catch {
      throw new Error('the oven door is stuck')
    }
  }

/** A closed evening may refuse by throwing, too. */
function spawnIfAllowed(spawn: (job: Job<void>) => void, job: Job<void>): void {
  try {
    spawn(job)
  } catch {
    // Turned away.
  }
}
