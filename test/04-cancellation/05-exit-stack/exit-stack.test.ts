import { inspect } from 'node:util'

import {
  everyInterleaving,
  expect,
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

/** Values that a careless question takes for none. */
const EMPTY = [undefined, null, 0, '', false]

const LAST_FIRST =
  'When the dinner is over, the tap is closed, then the stove, then the table: what was opened ' +
  'last is closed first, and each close waits for the one before.'

test('frees tap, stove and table, in this order, when the dinner is over', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2))

  await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(timeline).toLookLike(
    `
    withStack   ====>
    dinner      =>
    free tap    ..>
    free stove  ...>
    free table  ....>
  `,
    { sentence: LAST_FIRST, ...closedTooEarly(timeline) },
  )
})

test('gives what the work gives', async ({ timeline }) => {
  const bill = { table: 7, dishes: ['soup', 'fries'] }
  const dinner = timeline.job('dinner', seconds(2), { returns: bill })

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      return dinner()
    }),
  )

  expect(
    outcome.status === 'fulfilled' && outcome.value === bill ? 'gave the bill' : ending(outcome),
    'withStack resolves to what the work resolves to: pass it on untouched',
  ).toBe('gave the bill')
})

test('frees everything when the dinner fails, too', async ({ timeline }) => {
  const burnt = new Error('the soup is burnt')
  const dinner = timeline.job('dinner', seconds(2), { throws: burnt })

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(timeline).toLookLike(
    `
    withStack   ====x
    dinner      =x
    free tap    ..>
    free stove  ...>
    free table  ....>
  `,
    {
      sentence: 'The dinner fails: everything is freed all the same, and then withStack rejects.',
      ...closedTooEarly(timeline),
    },
  )
  expectSameError(outcome, burnt)
})

test('frees everything when the customer leaves', async ({ timeline }) => {
  const reason = new DOMException('the bus is here', 'AbortError')
  const customer = timeline.controller('customer leaves')
  const dinner = timeline.job('dinner', seconds(4))

  const call = timeline.start('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove'))
      await dinner(customer.signal)
    }),
  )
  await timeline.sleep(seconds(1))
  customer.abort(reason)
  const [outcome] = await Promise.allSettled([call])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    withStack        ==x
    dinner           !
    customer leaves  .|
    free stove       .>
    free table       ..>
  `,
    { sentence: 'The dinner is called off: everything is freed, and then withStack rejects.' },
  )
  expectSameError(outcome, reason)
})

test('frees only what has been opened', async ({ timeline }) => {
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

  expect(timeline).toLookLike(
    `
    withStack    ==x
    lay table    >
    light stove  .x
    free table   ..>
  `,
    { sentence: 'The stove could not be lit. The table was laid before, so it has to be freed.' },
  )
  expectSameError(outcome, cold)
})

test('goes on when one of them cannot be freed', async ({ timeline }) => {
  const stuck = new Error('the knob is stuck')
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      defer(closing(timeline, 'stove', stuck))
      defer(closing(timeline, 'tap'))
      await dinner()
    }),
  )

  expect(timeline).toLookLike(
    `
    withStack   ====x
    dinner      =>
    free tap    ..>
    free stove  ...x
    free table  ....>
  `,
    { sentence: 'The stove cannot be freed: free the table all the same, and report it then.' },
  )
  expectSameError(outcome, stuck)
})

test("reports all errors, the work's own first", async ({ timeline }) => {
  const burnt = new Error('the soup is burnt')
  const stuck = new Error('the knob is stuck')
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

  expectAllErrors(outcome, [burnt, drips, stuck])
  expect(timeline).toLookLike(`
    withStack   ====x
    dinner      =x
    free tap    ..x
    free stove  ...x
    free table  ....>
  `)
})

test('reports two that cannot be freed after a good dinner', async ({ timeline }) => {
  const stuck = new Error('the knob is stuck')
  const wobbles = new Error('the table wobbles')
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table', wobbles))
      defer(closing(timeline, 'stove', stuck))
      await dinner()
    }),
  )

  expectAllErrors(outcome, [stuck, wobbles])
})

test('frees things that take no time', async ({ timeline }) => {
  const broken = new Error('the lamp is broken')
  const freed: string[] = []
  const ring = () => {
    freed.push('bell')
  }

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
  expectSameError(outcome, broken)
})

test('frees everything when the work throws before its first await', async ({ timeline }) => {
  const noSoup = new Error('there is no soup left')

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer): Promise<void> => {
      defer(closing(timeline, 'table'))
      throw noSoup
    }),
  )

  expect(timeline).toLookLike(
    `
    withStack   x
    free table  >
  `,
    { sentence: 'The work throws at once, without a promise: the table is freed all the same.' },
  )
  expectSameError(outcome, noSoup)
})

test('rejects even when the work gives no reason', async ({ timeline }) => {
  const outcome = await timeline.outcome('withStack', () =>
    withStack(async (defer) => {
      defer(closing(timeline, 'table'))
      await new Promise((_, reject) => reject())
    }),
  )

  expect(
    outcome.status,
    'The work called reject() without a word. That is a failure, too, though the error is undefined',
  ).toBe('rejected')
  expectSameError(outcome, undefined)
})

test('has nothing to wait for when nothing was opened', async ({ timeline }) => {
  const dinner = timeline.job('dinner', seconds(2))

  const outcome = await timeline.outcome('withStack', () => withStack(() => dinner()))

  expect(
    ending(outcome),
    'Nothing was deferred, so nothing is closed: withStack resolves to what the work resolves to',
  ).toBe('resolved to "dinner"')
  expect(timeline).toLookLike(`
    withStack  =>
    dinner     =>
  `)
})

test('keeps a stack for each dinner', async ({ timeline }) => {
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

  expect(timeline).toLookLike(
    `
    stack A       ===>
    dinner A      ==>
    free table A  ...>
    stack B       =>
    dinner B      >
    free table B  .>
  `,
    { sentence: 'Two dinners at once: each frees its own table when it is over.' },
  )
})

test('begins afresh with each dinner', async ({ timeline }) => {
  const burnt = new Error('the soup is burnt')
  const stuck = new Error('the knob is stuck')

  const first = await timeline.outcome('first', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      return timeline.job<string>('soup', seconds(1), { throws: burnt })()
    }),
  )
  const second = await timeline.outcome('second', () =>
    withStack((defer) => {
      defer(closing(timeline, 'stove', stuck))
      return timeline.job('fries', seconds(1))()
    }),
  )
  const third = await timeline.outcome('third', () =>
    withStack(() => timeline.job('cake', seconds(1))()),
  )

  expect(
    [first, second, third].map(ending),
    'The soup burns, later the stove is stuck, later all goes well: no call remembers what went ' +
      'wrong in another',
  ).toEqual([
    'rejected with Error: the soup is burnt',
    'rejected with Error: the knob is stuck',
    'resolved to "cake"',
  ])
})

test('waits as long as a close takes', async ({ timeline }) => {
  const cool = timeline.job('cool stove', seconds(3_600), { returns: undefined })

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(closing(timeline, 'table'))
      defer(() => cool())
      return Promise.resolve('five happy guests')
    }),
  )

  expect(
    ending(outcome),
    'The stove needs an hour to cool down, and that is no failure: withStack sets no limit',
  ).toBe('resolved to "five happy guests"')
  expect(
    startOf(timeline, 'free table'),
    'The stove needs an hour to cool down: the table is freed after that, at second 3600',
  ).toBe(3_600)
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
      ending(outcome),
      `The work resolves to ${inWords(value)}, and so does withStack: do not tell by the result ` +
        'whether all went well',
    ).toBe(`resolved to ${inWords(value)}`)
  }
})

test('takes an empty error for an error', async ({ timeline }) => {
  const stuck = new Error('the knob is stuck')

  for (const value of EMPTY) {
    const fails = timeline.job<undefined>('fails', seconds(1), { throws: value })

    const alone = await timeline.outcome('withStack', () =>
      withStack((defer) => {
        defer(() => fails())
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
      ending(alone),
      `A close rejects with ${inWords(value)}, and that is a failure, too: do not ask whether ` +
        'there is an error, but whether something was thrown',
    ).toBe(`rejected with ${inWords(value)}`)
    expect(
      ending(both),
      `The work rejects with ${inWords(value)}, and a close fails: those are two failures, each ` +
        'with an entry of its own',
    ).toBe(`rejected with AggregateError of [${inWords(value)}, Error: the knob is stuck]`)
  }
})

test('reports the same error twice when it was thrown twice', async ({ timeline }) => {
  const stuck = new Error('the knob is stuck')
  const free = closing(timeline, 'stove', stuck)

  const outcome = await timeline.outcome('withStack', () =>
    withStack((defer) => {
      defer(free)
      defer(free)
      return Promise.resolve()
    }),
  )

  expect(
    ending(outcome),
    'A close was deferred twice, and failed twice: those are two failures, each with an entry of ' +
      'its own',
  ).toBe('rejected with AggregateError of [Error: the knob is stuck, Error: the knob is stuck]')

  const again = await timeline.outcome('withStack', () =>
    withStack((defer): Promise<void> => {
      defer(free)
      return Promise.reject(stuck)
    }),
  )

  expect(
    ending(again),
    'The work and a close have failed with the same error: those are two failures, each with an ' +
      'entry of its own',
  ).toBe('rejected with AggregateError of [Error: the knob is stuck, Error: the knob is stuck]')
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
    reasonOf(outcome),
    'Several things went wrong: withStack rejects with an AggregateError that holds them all',
  ).toBeInstanceOf(AggregateError)
  expect(
    (reasonOf(outcome) as AggregateError).errors.map((error) =>
      error === noSoup ? "the work's AggregateError" : error === list ? 'the list' : inWords(error),
    ),
    'The work fails with an AggregateError, a close throws a list: two things went wrong, so there ' +
      'are two entries, and what has been thrown is neither unpacked nor changed',
  ).toEqual(["the work's AggregateError", 'the list'])
  expect(
    noSoup.errors.map(String),
    "The error of the work is the work's own: put nothing into it, make an AggregateError",
  ).toEqual(soups.map(String))
})

test('frees last things first in whatever order two dinners end', async () => {
  await everyInterleaving(async ({ job, failingJob }) => {
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
  })
})

withRandomDelays(submission, reference, (it, timeline, delays) => dine(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => dine(it, timeline, [2, 1, 3].map(seconds)))

/** A dinner that takes the first delay; the others are what the things need that it has opened. */
async function dine(
  it: typeof submission,
  timeline: Timeline,
  [first = 0, ...others]: number[],
): Promise<string> {
  const fails = others.length % 3 === 1
  const outcome = fails ? { throws: 'the soup is burnt' } : { returns: `bill ${first}` }
  const dinner = timeline.job<string>('dinner', first, outcome)
  const end = await timeline.outcome('withStack', () =>
    it.withStack((defer) => {
      others.forEach((delay, index) => {
        const stuck = index % 3 === 2 ? { throws: `thing ${index} is stuck` } : {}
        const free = timeline.job(`free ${index}`, delay, { returns: undefined, ...stuck })
        defer(() => free())
      })
      return dinner()
    }),
  )
  if (end.status === 'fulfilled') return end.value
  const reason: unknown = end.reason
  return reason instanceof AggregateError ? reason.errors.map(String).join(', ') : String(reason)
}

/** A close that takes a second, and fails when it is given an error. */
function closing(timeline: Timeline, thing: string, error?: Error): Close {
  const free = timeline.job(`free ${thing}`, seconds(1), {
    returns: undefined,
    ...(error && { throws: error }),
  })
  return () => free()
}

/** A cause of its own for closes that do not wait for the dinner. */
function closedTooEarly({ spans }: Timeline): { cause?: string } {
  const over = spans.find((span) => span.label === 'dinner')?.end ?? Infinity
  return spans.some((span) => span.label.startsWith('free') && span.start < over)
    ? { cause: 'the closing began before the dinner was over; nobody waited for the dinner.' }
    : {}
}

/** A single error comes out as it is. */
function expectSameError(outcome: PromiseSettledResult<unknown>, error: unknown): void {
  expect(
    reasonOf(outcome),
    'Only one thing went wrong: withStack rejects with that very error, as it is',
  ).toBe(error)
}

/** Several errors come out as one that holds them all. */
function expectAllErrors(outcome: PromiseSettledResult<unknown>, errors: Error[]): void {
  const reason = reasonOf(outcome)
  expect(
    reason,
    'Several things went wrong: withStack rejects with an AggregateError that holds them all',
  ).toBeInstanceOf(AggregateError)
  expect(
    (reason as AggregateError).errors.map(String),
    "The errors of the AggregateError: the work's own first, then those of the closes, as they came",
  ).toEqual(errors.map(String))
  errors.forEach((error, index) =>
    expect(
      (reason as AggregateError).errors[index],
      'The AggregateError holds the very errors that were thrown, and no copies',
    ).toBe(error),
  )
}

/** What a call was rejected with. */
const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : 'nothing: it resolved'

/** How a call ended, in words that tell what is empty from what is not there. */
const ending = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled'
    ? `resolved to ${inWords(outcome.value)}`
    : `rejected with ${inWords(outcome.reason)}`

const inWords = (value: unknown): string => {
  if (value instanceof AggregateError)
    return `AggregateError of [${value.errors.map(inWords).join(', ')}]`
  if (value instanceof Error) return String(value)
  return typeof value === 'string' ? JSON.stringify(value) : inspect(value)
}

/** The second at which something began, or Infinity if it never did. */
const startOf = ({ spans }: Timeline, label: string): number =>
  (spans.find((span) => span.label === label)?.start ?? Infinity) / seconds(1)
