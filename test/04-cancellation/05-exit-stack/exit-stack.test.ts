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
import { withStack } from '#exercises/04-cancellation/05-exit-stack/exit-stack.ts'
import * as reference from '#reference/04-cancellation/05-exit-stack/exit-stack.ts'
import type { Close } from '#reference/04-cancellation/05-exit-stack/exit-stack.ts'

const submission = { withStack }

const burnt = new Error('the soup is burnt')
const stuck = new Error('the knob is stuck')

const ONE = 'Only one thing went wrong: withStack rejects with that very error, as it is'
const SEVERAL =
  "Several things went wrong: the work's own error comes first, then those of the closes, as they " +
  'came'

test('frees one after another when dinner is over, last opened first', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2))

  await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(timeline).toLookLike(`
    withStack   ====>
    dinner      =>
    free tap    ..>
    free stove  ...>
    free table  ....>
  `)
})

test('gives the very thing that the work gives', async ({ timeline }) => {
  const bill = { table: 7, dishes: ['soup', 'fries'] }
  const dinner = timeline.job('dinner', seconds(2), { returns: bill })

  const given = await timeline.call('withStack', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      return dinner()
    }),
  )

  expect(given).toBeTheVery(bill)
})

test('frees everything when the dinner fails, too, and rejects then', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2), { throws: burnt })

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(outcome, ONE).toRejectWith(burnt)
  expect(timeline).toLookLike(`
    withStack   ====x
    dinner      =x
    free tap    ..>
    free stove  ...>
    free table  ....>
  `)
})

test('frees everything when the customer leaves, and rejects then', async ({ timeline }) => {
  const reason = new DOMException('the bus is here', 'AbortError')
  const { signal } = timeline.controller('customer leaves', { after: seconds(1), reason })
  const dinner = timeline.job('dinner', seconds(4))

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      await dinner(signal)
    }),
  )

  expect(outcome, ONE).toRejectWith(reason)
  expect(timeline).toLookLike(`
    withStack        ==x
    dinner           !
    customer leaves  .|
    free stove       .>
    free table       ..>
  `)
})

test('frees only what has been opened before something failed', async ({ timeline }) => {
  const cold = new Error('there is no gas')
  const laying = timeline.job('lay table', seconds(1))
  const lighting = timeline.job('light stove', seconds(1), { throws: cold })

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      await laying()
      defer(closing(timeline, 'table'))
      await lighting()
      defer(closing(timeline, 'stove'))
    }),
  )

  expect(outcome, ONE).toRejectWith(cold)
  expect(timeline).toLookLike(`
    withStack    ==x
    lay table    >
    light stove  .x
    free table   ..>
  `)
})

test('frees the others when one cannot be freed, and then reports it', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove', stuck))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(outcome, ONE).toRejectWith(stuck)
  expect(timeline).toLookLike(`
    withStack   ====x
    dinner      =>
    free tap    ..>
    free stove  ...x
    free table  ....>
  `)
})

test("reports all errors, the work's own first", async ({ timeline }) => {
  const drips = new Error('the tap drips')
  const dinner = timeline.job('dinner', seconds(2), { throws: burnt })

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove', stuck))
      defer(closing(timeline, 'tap', drips))
      await dinner()
    }),
  )

  expect(outcome, SEVERAL).toRejectWithAll([burnt, drips, stuck])
  expect(timeline).toLookLike(`
    withStack   ====x
    dinner      =x
    free tap    ..x
    free stove  ...x
    free table  ....>
  `)
})

test('reports two that cannot be freed after a good dinner', async ({ timeline }) => {
  const wobbles = new Error('the table wobbles')
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table', wobbles))
      defer(closing(timeline, 'stove', stuck))
      await dinner()
    }),
  )

  expect(outcome, SEVERAL).toRejectWithAll([stuck, wobbles])
})

test('frees things that take no time', async ({ timeline }) => {
  const broken = new Error('the lamp is broken')
  const freed: string[] = []
  const ring = () => void freed.push('bell')

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(ring)
      defer(ring)
      defer(() => {
        freed.push('lamp')
        throw broken
      })
      return Promise.resolve()
    }),
  )

  expect(
    freed,
    'A close may return nothing, may throw, and may be deferred twice: each is called, last first',
  ).toEqual(['lamp', 'bell', 'bell'])
  expect(outcome, ONE).toRejectWith(broken)
})

test('frees everything when the work throws at once, without a promise', async ({ timeline }) => {
  const noSoup = new Error('there is no soup left')

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer): Promise<void> => {
      defer(closing(timeline, 'table'))
      throw noSoup
    }),
  )

  expect(outcome, ONE).toRejectWith(noSoup)
  expect(timeline).toLookLike(`
    withStack   x
    free table  >
  `)
})

test('rejects even when the work gives no reason', async ({ timeline }) => {
  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      await new Promise((_, reject) => reject())
    }),
  )

  expect(
    outcome,
    'The work called reject() without a word. That is a failure, too, though the error is undefined',
  ).toRejectWith(undefined)
})

test('has nothing to wait for when nothing was opened', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () => withStack(() => dinner()))

  expect(outcome, 'Nothing was deferred, so nothing is closed').toResolveTo('dinner')
  expect(timeline).toLookLike(`
    withStack  =>
    dinner     =>
  `)
})

test('keeps a stack for each dinner, to be freed when that is over', async ({ timeline }) => {
  const serve = (table: string, takes: number) => {
    const dinner = timeline.job(`dinner ${table}`, seconds(takes))
    return timeline.start(`stack ${table}`, () =>
      withStack(async (defer) => {
        defer(closing(timeline, `table ${table}`))
        await dinner()
      }),
    )
  }

  await Promise.allSettled([serve('A', 3), serve('B', 1)])
  await timeline.rest()

  expect(timeline).toLookLike(`
    stack A       ===>
    dinner A      ==>
    free table A  ...>
    stack B       =>
    dinner B      >
    free table B  .>
  `)
})

test('begins afresh with each dinner', async ({ timeline }) => {
  const soup = timeline.job<string>('soup', seconds(1), { throws: burnt })
  const fries = timeline.job('fries', seconds(1))
  const cake = timeline.job('cake', seconds(1))

  const first = await timeline.outcome('first', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      return soup()
    }),
  )
  const second = await timeline.outcome('second', () =>
    withStack((defer) => {
      defer(closing(timeline, 'stove', stuck))
      return fries()
    }),
  )
  const third = await timeline.outcome('third', () => withStack(() => cake()))

  const sentence =
    'The soup burns, later the stove is stuck, later all goes well: no call remembers what went ' +
    'wrong in another'
  expect(first, sentence).toRejectWith(burnt)
  expect(second, sentence).toRejectWith(stuck)
  expect(third, sentence).toResolveTo('cake')
})

test('waits as long as a close takes', async ({ timeline }) => {
  const cool = timeline.job<undefined>('cool stove', seconds(3_600), { returns: undefined })

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      defer(cool)
      return Promise.resolve('five happy guests')
    }),
  )

  const sentence = 'The stove needs an hour to cool down, and that is no failure'
  expect(outcome, `${sentence}: withStack sets no limit`).toResolveTo('five happy guests')
  expect(timeline, `${sentence}: the table is freed after that`).toStartAt(
    'free table',
    seconds(3_600),
  )
})

test('takes an empty result for a result', async ({ timeline }) => {
  for (const value of EMPTY) {
    const outcome = await timeline.outcome('withStack', () =>
      withStack((defer) => {
        defer(closing(timeline, 'table'))
        return Promise.resolve(value)
      }),
    )

    expect(
      outcome,
      `The work resolves to ${inWords(value)}, and so does withStack: do not tell by the result ` +
        'whether all went well',
    ).toResolveTo(value)
  }
})

test('takes an empty error for an error', async ({ timeline }) => {
  for (const value of EMPTY) {
    const fails = timeline.job<undefined>('fails', seconds(1), { throws: value })

    const alone = await timeline.outcome('withStack', () =>
      withStack((defer) => {
        defer(fails)
        return Promise.resolve('five happy guests')
      }),
    )
    const both = await timeline.outcome('withStack', () =>
      withStack((defer) => {
        defer(closing(timeline, 'stove', stuck))
        return fails()
      }),
    )

    expect(
      alone,
      `A close rejects with ${inWords(value)}, and that is a failure, too: do not ask whether ` +
        'there is an error, but whether something was thrown',
    ).toRejectWith(value)
    expect(
      both,
      `The work rejects with ${inWords(value)}, and a close fails: those are two failures, each ` +
        'with an entry of its own',
    ).toRejectWithAll([value, stuck])
  }
})

test('reports the same error twice when it was thrown twice', async ({ timeline }) => {
  const free = closing(timeline, 'stove', stuck)

  const twice = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(free)
      defer(free)
      return Promise.resolve()
    }),
  )
  const both = await timeline.outcome('withStack', () =>
    withStack((defer): Promise<void> => {
      defer(free)
      return Promise.reject(stuck)
    }),
  )

  const sentence = 'those are two failures, each with an entry of its own'
  expect(twice, `A close was deferred twice, and failed twice: ${sentence}`).toRejectWithAll([
    stuck,
    stuck,
  ])
  expect(both, `The work and a close have failed with the same error: ${sentence}`).toRejectWithAll(
    [stuck, stuck],
  )
})

test('passes on what was thrown, unopened and unchanged', async ({ timeline }) => {
  const soups = [new Error('no leek'), new Error('no peas')]
  const noSoup = new AggregateError(soups, 'there is no soup')
  const list = ['the knob is stuck', 'the gas is off']

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer): Promise<void> => {
      defer(() => {
        throw list
      })
      return Promise.reject(noSoup)
    }),
  )

  expect(
    outcome,
    'The work fails with an AggregateError, a close throws a list: two things went wrong, so there ' +
      'are two entries, and what has been thrown is neither unpacked nor changed',
  ).toRejectWithAll([noSoup, list])
  expect(
    noSoup.errors.map(String),
    "The error of the work is the work's own: put nothing into it, make an AggregateError",
  ).toEqual(soups.map(String))
})

test('frees last things first in whatever order two dinners end', () =>
  everyInterleaving(async ({ job, failingJob }) => {
    const freed: string[] = []
    const serve = (table: string) =>
      withStack(async (defer) => {
        for (const thing of ['table', 'stove', 'tap']) {
          const name = `${thing} ${table}`
          const free = thing === 'stove' ? failingJob(name, 'stuck') : job(name, undefined)
          defer(() => free().finally(() => freed.push(name)))
        }
        await job(`dinner ${table}`, undefined)()
      })

    await Promise.allSettled([serve('A'), serve('B')])

    for (const table of ['A', 'B']) {
      expect(
        freed.filter((name) => name.endsWith(table)),
        `What was opened last for dinner ${table} is closed first, whatever the other dinner does`,
      ).toEqual([`tap ${table}`, `stove ${table}`, `table ${table}`])
    }
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => dine(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => dine(it, timeline, [2, 1, 3].map(seconds)))

/** A dinner that takes the first delay; the others are what the things need that it has opened. */
async function dine(
  it: typeof submission,
  timeline: Timeline,
  [first = 0, ...others]: number[],
): Promise<string> {
  const fails = others.length % 3 === 1
  const result = fails ? { throws: 'the soup is burnt' } : { returns: `bill ${first}` }
  const dinner = timeline.job<string>('dinner', first, result)
  const outcome = await timeline.outcome('withStack', () =>
    it.withStack((defer) => {
      others.forEach((delay, index) => {
        const fault = index % 3 === 2 ? { throws: `thing ${index} is stuck` } : {}
        defer(timeline.job<undefined>(`free ${index}`, delay, { returns: undefined, ...fault }))
      })
      return dinner()
    }),
  )
  return endingOf(outcome)
}

/** A close that takes a second, and fails when it is given an error. */
const closing = (timeline: Timeline, thing: string, error?: Error): Close =>
  timeline.job<undefined>(
    `free ${thing}`,
    seconds(1),
    error ? { throws: error } : { returns: undefined },
  )
