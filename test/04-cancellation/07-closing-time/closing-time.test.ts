import { inspect } from 'node:util'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { runToClosing } from '#exercises/04-cancellation/07-closing-time/closing-time.ts'
import * as reference from '#reference/04-cancellation/07-closing-time/closing-time.ts'
import type { Job } from '#reference/04-cancellation/07-closing-time/closing-time.ts'

const submission = { runToClosing }

/** Values that a careless question takes for none. */
const EMPTY = [undefined, null, 0, '', false]

test('cancels what is still running when main has ended', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const music = quiet(timeline.job('music', seconds(5)))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(music)
      await guests()
    }),
  )
  const stopped = timeline.spans.find((span) => span.label === 'music')?.end ?? Infinity

  expect(
    stopped / seconds(1),
    'The music is cancelled when main has ended, at second 1, and not before',
  ).toBeGreaterThanOrEqual(1)
  expect(timeline).toLookLike(
    `
    evening  >
    guests   >
    music    !
    `,
    {
      sentence:
        'main ends well at second 1, and what is left would keep Node open: the music is ' +
        'cancelled, which is no failure, and the evening is over.',
    },
  )
})

test('cancels in that very moment', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1.234))
  const music = quiet(timeline.job('music', seconds(5)))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(music)
      await guests()
    }),
  )

  expect(
    timeline.now / seconds(1),
    'main has ended at second 1.234, and that is when everything is cancelled: give nobody a while ' +
      'to end of their own accord. The second at which the evening was over',
  ).toBe(1.234)
})

test('waits until a cancelled job has put its tools away', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = quiet(timeline.job('oven', seconds(9), { cleanup: seconds(2) }))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(oven)
      await guests()
    }),
  )

  expect(timeline).toLookLike(
    `
    evening  ==>
    guests   >
    oven     ==!
    `,
    { sentence: 'The oven needs 2 seconds to cool down after its cancellation: wait for that.' },
  )
})

test('cancels all at once, and lets them put their tools away together', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = quiet(timeline.job('oven', seconds(9), { cleanup: seconds(2) }))
  const grill = quiet(timeline.job('grill', seconds(7), { cleanup: seconds(3) }))
  const music = quiet(timeline.job('music', seconds(5)))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(oven)
      spawn(grill)
      spawn(music)
      await guests()
    }),
  )

  expect(timeline).toLookLike(
    `
    evening  ===>
    guests   >
    oven     ==!
    grill    ===!
    music    !
    `,
    {
      sentence:
        'Everything is cancelled at second 1, and oven and grill cool down at the same time: ' +
        'first cancel all, then wait for all.',
    },
  )
})

test('passes the result of main on', async ({ timeline }) => {
  const takings = { tables: 5, tips: 17 }
  const guests = timeline.job('guests', seconds(1), { returns: takings })
  const music = quiet(timeline.job('music', seconds(5), { cleanup: seconds(1) }))

  const outcome = await timeline.outcome('evening', () =>
    runToClosing((spawn) => {
      spawn(music)
      return guests()
    }),
  )

  expect(
    resultOf(outcome) === takings ? 'got the takings' : ending(outcome),
    'The caller gets what main returns: pass it on untouched',
  ).toBe('got the takings')
})

test('does not disturb jobs that end before main', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(3))
  const dishes = quiet(timeline.job('dishes', seconds(2)))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(dishes)
      await guests()
    }),
  )

  expect(timeline).toLookLike(
    `
    evening  ==>
    guests   ==>
    dishes   =>
    `,
    { sentence: 'The dishes are done before main ends: nothing is left to be cancelled.' },
  )
})

test('waits for a job that cannot hear its signal', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const ice = quiet(timeline.job('ice machine', seconds(3), { deaf: true }))

  await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(ice)
      await guests()
    }),
  )

  expect(timeline).toLookLike(
    `
    evening      ==>
    guests       >
    ice machine  ==>
    `,
    {
      sentence:
        'The ice machine does not listen to its signal. Nobody can stop it; it can be waited for.',
    },
  )
})

test('closes as well when main fails', async ({ timeline }) => {
  const fire = new Error('the kitchen is on fire')
  const guests = timeline.job('guests', seconds(1), { throws: fire })
  const oven = quiet(timeline.job('oven', seconds(9), { cleanup: seconds(2) }))

  const outcome = await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(oven)
      await guests()
    }),
  )

  expect(reasonOf(outcome), 'The caller has to hear why main failed').toBe(fire)
  expect(timeline).toLookLike(
    `
    evening  ==x
    guests   x
    oven     ==!
    `,
    { sentence: 'main fails at second 1: the oven has to be cancelled all the same.' },
  )
})

test('tells the error of main, and not that of a leftover', async ({ timeline }) => {
  const fire = new Error('the kitchen is on fire')
  const guests = timeline.job('guests', seconds(1), { throws: fire })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const stuck: Job<void> = async (signal) => {
    try {
      await oven(signal)
    } catch {
      throw new Error('the oven door is stuck')
    }
  }

  const outcome = await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(stuck)
      await guests()
    }),
  )

  expect(
    ending(outcome),
    'main has failed first, and that is the cause which the caller has to hear, alone and as it is',
  ).toBe('rejected with Error: the kitchen is on fire')
  expect(timeline).toLookLike(
    `
    evening  ==x
    guests   x
    oven     ==!
    `,
    { sentence: 'main fails at second 1: the oven has to be cancelled all the same.' },
  )
})

test('is judged by main alone, whatever becomes of the jobs', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(5), { returns: 'a good evening' })
  const dishes = quiet(timeline.job('dishes', seconds(2), { throws: new Error('a broken plate') }))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const stuck: Job<void> = async (signal) => {
    try {
      await oven(signal)
    } catch {
      throw new Error('the oven door is stuck')
    }
  }

  const outcome = await timeline.outcome('evening', () =>
    runToClosing(async (spawn) => {
      spawn(dishes)
      spawn(stuck)
      return guests()
    }),
  )

  expect(
    resultOf(outcome),
    'A plate breaks and an oven door is stuck: main has ended well, and so does the evening',
  ).toBe('a good evening')
  expect(timeline).toLookLike(
    `
    evening  ======>
    guests   ====>
    dishes   =x
    oven     ======!
    `,
    { sentence: 'This is no task group: a job that fails ends neither main nor the other jobs.' },
  )
})

test('leaves nothing running that is spawned at closing time', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(2) })
  const drinks = ['nightcap', 'second nightcap', 'third nightcap'].map((drink) =>
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
            const drink = drinks.shift()
            if (drink) spawnIfAllowed(spawn, ordersAfter(drink))
          }
        }
      spawn(ordersAfter(oven))
      await guests()
    }),
  )
  const closed = timeline.spans.find((span) => span.label === 'evening')?.end ?? 0
  const stillRunning = timeline.spans.filter(({ end = Infinity }) => end > closed)

  expect(
    stillRunning.map((span) => span.label),
    'At closing time the oven orders a nightcap, and whoever drinks that orders another. Turn them ' +
      'away, or cancel them and wait for them: nothing may be running when the evening has ended',
  ).toEqual([])
  expect(
    timeline.spans
      .filter(({ label, how }) => label.endsWith('nightcap') && how === 'resolved')
      .map((span) => span.label),
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

  expect(timeline).toLookLike(
    `
    evening      ===>
    guests       >
    big fryer    ===!
    small fryer  ==!
    `,
    {
      sentence:
        'The same job is spawned twice, and the first of the two fryers takes longer to cool down: ' +
        'both are started, and both are waited for.',
    },
  )
})

test('closes one evening and not another', async ({ timeline }) => {
  const evening = (name: string, main: number, music: number) => {
    const guests = timeline.job(`guests ${name}`, seconds(main))
    const plays = quiet(timeline.job(`music ${name}`, seconds(music)))
    return timeline.start(`evening ${name}`, () =>
      runToClosing(async (spawn) => {
        spawn(plays)
        await guests()
      }),
    )
  }

  await Promise.allSettled([evening('A', 1, 5), evening('B', 3, 2)])
  await Promise.allSettled([evening('C', 2, 1)])
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
    {
      sentence:
        'Two restaurants, and later a third: closing time in one of them is no concern of the ' +
        'others. Each call has a signal of its own, and a list of its own.',
    },
  )
})

test('closes a restaurant in which nothing is left', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1), { returns: 'a good evening' })

  const outcome = await timeline.outcome('evening', () => runToClosing(() => guests()))

  expect(timeline).toLookLike(
    `
    evening  >
    guests   >
    `,
    { sentence: 'Nothing was spawned, so there is nothing to wait for when main has ended.' },
  )
  expect(ending(outcome), 'The caller gets what main returns').toBe('resolved to "a good evening"')
})

test('waits as long as it takes to put the tools away', async ({ timeline }) => {
  const guests = timeline.job('guests', seconds(1))
  const oven = quiet(timeline.job('oven', seconds(9), { cleanup: seconds(600) }))

  const call = timeline.start('evening', () =>
    runToClosing(async (spawn) => {
      spawn(oven)
      await guests()
    }),
  )
  await Promise.allSettled([call])

  expect(
    Math.round(timeline.now / seconds(1)),
    'The oven is cancelled at second 1 and needs ten minutes to cool down: set no limit, or the ' +
      'restaurant burns down. The evening ends at second 601',
  ).toBe(601)
})

test('takes an empty result for a result, and an empty error for an error', async ({
  timeline,
}) => {
  for (const value of EMPTY) {
    const music = quiet(timeline.job('music', seconds(5)))
    const evening = (main: () => Promise<unknown>) =>
      timeline.outcome('evening', () =>
        runToClosing((spawn) => {
          spawn(music)
          return main()
        }),
      )

    const good = await evening(timeline.job('guests', seconds(1), { returns: value }))
    const bad = await evening(timeline.job('guests', seconds(1), { throws: value }))

    expect(
      ending(good),
      `main resolves to ${inWords(value)}, and so does runToClosing: a result may look like none`,
    ).toBe(`resolved to ${inWords(value)}`)
    expect(
      ending(bad),
      `main rejects with ${inWords(value)}, and so does runToClosing: do not ask whether there is ` +
        'an error, but whether something was thrown',
    ).toBe(`rejected with ${inWords(value)}`)
  }
})

withRandomDelays(submission, reference, async (it, timeline, [main = 0, ...others]) => {
  // With an even number of jobs main fails; leftovers need different times to clean up.
  const outcome = await timeline.outcome('evening', () =>
    it.runToClosing(async (spawn) => {
      for (const [index, delay] of others.entries()) {
        const cleanup = seconds(index + 1)
        spawn(quiet(timeline.job(`job ${index + 1}`, delay, { cleanup })))
      }
      const fails = others.length % 2 === 1
      return timeline.job('main', main, fails ? { throws: new Error('fire') } : {})()
    }),
  )
  return resultOf(outcome)
})

onTheWallClock(submission, reference, closeUp)

/** An evening whose oven has to cool down. */
async function closeUp(it: typeof submission, timeline: Timeline): Promise<string> {
  const guests = timeline.job('guests', seconds(1), { returns: 'a good evening' })
  const oven = quiet(timeline.job('oven', seconds(9), { cleanup: seconds(2) }))
  const music = quiet(timeline.job('music', seconds(5)))
  return timeline.call('evening', () =>
    it.runToClosing((spawn) => {
      spawn(oven)
      spawn(music)
      return guests()
    }),
  )
}

/** A job without a result. */
const quiet =
  (job: Job<unknown>): Job<void> =>
  async (signal) => {
    await job(signal)
  }

/** A closed evening may refuse by throwing, too. */
function spawnIfAllowed(spawn: (job: Job<void>) => void, job: Job<void>): void {
  try {
    spawn(job)
  } catch {
    // Turned away.
  }
}

/** What a call was rejected with. */
const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : 'nothing: it resolved'

/** What a call resolved with, or else the message of its error. */
const resultOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'fulfilled' ? outcome.value : messageOf(outcome.reason)

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** How a call ended, in words that tell what is empty from what is not there. */
const ending = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled'
    ? `resolved to ${inWords(outcome.value)}`
    : `rejected with ${inWords(outcome.reason)}`

const inWords = (value: unknown): string => {
  if (value instanceof Error) return String(value)
  return typeof value === 'string' ? JSON.stringify(value) : inspect(value)
}
