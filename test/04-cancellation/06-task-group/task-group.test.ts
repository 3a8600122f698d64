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
import { taskGroup } from '#exercises/04-cancellation/06-task-group/task-group.ts'
import * as reference from '#reference/04-cancellation/06-task-group/task-group.ts'
import type { Job, Spawn } from '#reference/04-cancellation/06-task-group/task-group.ts'

const submission = { taskGroup }

/** Values that a careless question takes for none. */
const EMPTY = [undefined, null, 0, '', false]

test('a failure cancels the siblings, and the group waits until they have ended', async ({
  timeline,
}) => {
  await timeline.outcome('group', () => taskGroup(orderOf(timeline)))

  expect(timeline).toLookLike(
    `
    group  ====x
    soup   >
    fries  ==x
    cake   ==!
    steak  ====!
    `,
    {
      sentence:
        'The fries burn: cake and steak are cancelled, the cook needs 2 seconds to put the steak ' +
        'away, and only then does the group fail.',
    },
  )
})

test('tells each failure once, and no cancellation', async ({ timeline }) => {
  const outcome = await timeline.outcome('group', () => taskGroup(orderOf(timeline)))

  expect(
    failuresIn(outcome),
    'One AggregateError with what has really failed. Being cancelled is not a second failure, ' +
      'and a body that awaits a job which fails is not one either',
  ).toEqual(['burnt'])
})

test('a body may await its jobs and return what they make', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3), { returns: 'hot soup' })
  const tea = timeline.job('tea', seconds(1), { returns: 'black tea' })

  const served = await timeline.call('group', () =>
    taskGroup((spawn) => Promise.all([spawn(soup), spawn(tea)])),
  )

  expect(served, 'The group resolves with what its body returns').toEqual(['hot soup', 'black tea'])
  expect(timeline).toLookLike(
    `
    group  ==>
    soup   ==>
    tea    >
    `,
    { sentence: 'spawn starts a job at once and returns a promise of its result.' },
  )
})

test('waits for jobs that the body does not await', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3))

  const value = await timeline.call('group', () =>
    taskGroup((spawn) => {
      void spawn(soup)
      return Promise.resolve('table 7')
    }),
  )

  expect(value, 'The group resolves with what its body returns').toBe('table 7')
  expect(timeline).toLookLike(
    `
    group  ==>
    soup   ==>
    `,
    {
      sentence: 'The body is over at second 0, and the soup is not: a group leaves nobody behind.',
    },
  )
})

test('waits for jobs that jobs have spawned', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(1))
  const bread = timeline.job('bread', seconds(3))

  await timeline.call('group', () =>
    taskGroup((spawn) => {
      void spawn(async (signal) => {
        await soup(signal)
        void spawn(bread)
      })
      return Promise.resolve()
    }),
  )

  expect(timeline).toLookLike(
    `
    group  ===>
    soup   >
    bread  .==>
    `,
    {
      sentence: 'Whoever spawns last is waited for as well: look again until nobody is left.',
    },
  )
})

test('waits for jobs of jobs of jobs', async ({ timeline }) => {
  const courses = ['soup', 'fish', 'cake', 'tea'].map((name) => timeline.job(name, seconds(1)))

  await timeline.call('group', () =>
    taskGroup((spawn) => {
      const serve = async (signal: AbortSignal) => {
        await courses.shift()?.(signal)
        if (courses.length > 0) void spawn(serve)
      }
      void spawn(serve)
      return Promise.resolve()
    }),
  )

  expect(timeline).toLookLike(
    `
    group  ===>
    soup   >
    fish   .>
    cake   ..>
    tea    ...>
    `,
    {
      sentence:
        'Each course spawns the next when it is over: wait until nobody is left, however often that ' +
        'takes.',
    },
  )
})

test('hears a failure that nobody awaits', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(3), { throws: new Error('burnt') })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })
  const sentence = 'The body is over, and the fries burn: the group has to fail all the same'

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => {
      void spawn(steak)
      void spawn(fries)
      return Promise.resolve('table 7')
    }),
  )

  expect(failuresIn(outcome), sentence).toEqual(['burnt'])
  expect(timeline).toLookLike(
    `
    group  ====x
    steak  ====!
    fries  ==x
    `,
    { sentence },
  )
})

test('fails even where the body has caught the failure', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      await spawn(fries).catch(() => 'no fries')
    }),
  )

  expect(
    failuresIn(outcome),
    'All or nothing: a job that fails makes the group fail, whoever has caught the error',
  ).toEqual(['burnt'])
})

test('tells a failure that comes while the others are being cancelled', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(3), { throws: new Error('burnt') })
  const cake = timeline.job('cake', seconds(5), { throws: new Error('dropped'), deaf: true })
  const sentence =
    'The fries burn, and the cake, which does not hear the signal, is dropped 2 seconds later. ' +
    'Those are two failures, and each is told once'

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => Promise.all([spawn(fries), spawn(cake)])),
  )

  expect(failuresIn(outcome), sentence).toEqual(['burnt', 'dropped'])
  expect(timeline).toLookLike(
    `
    group  ====x
    fries  ==x
    cake   ====x
    `,
    { sentence },
  )
})

test('the body is a member as well: its failure cancels the jobs', async ({ timeline }) => {
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })
  const sentence =
    'The body throws "no gas" at second 2: the steak is cancelled, and the group fails for that ' +
    'reason when it has been put away'

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      void spawn(steak)
      await timeline.sleep(seconds(2))
      throw new Error('no gas')
    }),
  )

  expect(failuresIn(outcome), sentence).toEqual(['no gas'])
  expect(timeline).toLookLike(
    `
    group  ===x
    steak  ===!
    `,
    { sentence },
  )
})

test('takes no new orders after a failure', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(3) })
  const salad = timeline.job('salad', seconds(1), { deaf: true })
  let late: PromiseSettledResult<unknown> | undefined

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      void spawn(fries)
      void spawn(steak)
      await timeline.sleep(seconds(2))
      late = await resultOf(() => spawn(salad))
    }),
  )

  expect(
    late?.status,
    'A failing group takes no new orders: spawn rejects, and does not call the job',
  ).toBe('rejected')
  expect(failuresIn(outcome), 'A refused order is no failure').toEqual(['burnt'])
  expect(timeline).toLookLike(
    `
    group  ===x
    fries  x
    steak  ===!
    `,
    {
      sentence: 'A failing group takes no new orders: the salad of second 2 is not begun.',
    },
  )
})

test('takes no new orders when it has ended', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(1))
  const salad = timeline.job('salad', seconds(1))
  const kept: Spawn[] = []

  await timeline.call('group', () =>
    taskGroup(async (spawn) => {
      kept.push(spawn)
      await spawn(soup)
    }),
  )
  const late = await Promise.all(kept.map((spawn) => resultOf(() => spawn(salad))))
  await timeline.rest()

  expect(
    late.map(({ status }) => status),
    'A spawn rejects when the group has ended: nobody would wait for that job',
  ).toEqual(['rejected'])
  expect(timeline).toLookLike(
    `
    group  >
    soup   >
    `,
    { sentence: 'The group has ended: the salad is not begun.' },
  )
})

test('turns orders away even where nobody looks', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(3) })
  const salad = timeline.job('salad', seconds(1), { deaf: true })
  const kept: Spawn[] = []

  await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      kept.push(spawn)
      void spawn(fries)
      void spawn(steak)
      await timeline.sleep(seconds(2))
      void spawn(salad)
    }),
  )
  for (const spawn of kept) orderIfAllowed(spawn, salad)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    group  ===x
    fries  x
    steak  ===!
    `,
    {
      sentence:
        'A salad is ordered after the failure, and one after the end: both are turned away, and ' +
        'nobody looks at the promises.',
    },
  )
})

test('counts no refusal, also where the body passes it on', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(3) })
  const salad = timeline.job('salad', seconds(1), { deaf: true })
  const orders = async (spawn: Spawn, ...first: Job<unknown>[]) => {
    for (const job of first) void spawn(job)
    await timeline.sleep(seconds(2))
    await spawn(salad)
  }

  const failing = await timeline.outcome('failing group', () =>
    taskGroup((spawn) => orders(spawn, fries, steak)),
  )
  const leaving = timeline.start('group of a customer', () =>
    taskGroup((spawn) => orders(spawn, steak), { signal: customer.signal }),
  )
  await timeline.sleep(seconds(1))
  customer.abort('the bus')
  const left = await resultOf(() => leaving)

  expect(
    failuresIn(failing),
    'The fries burn, and the order that the body gives afterwards is turned away: only the fries ' +
      'have failed. Let spawn reject with something that you know again, such as the reason of the ' +
      "group's signal",
  ).toEqual(['burnt'])
  expect(
    ending(left),
    'The customer leaves, and the order that the body gives afterwards is turned away: nothing has ' +
      'failed, so the group rejects with the reason of the signal',
  ).toBe('rejected with "the bus"')
  expect(
    timeline.spans.filter(({ label }) => label === 'salad').length,
    'The salad is ordered after a failure, and after an abort from outside: spawn rejects without ' +
      'calling its job. How many salads were begun',
  ).toBe(0)
})

test('an abort from outside cancels all jobs', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const reason = new Error('the customer has left')
  const soup = timeline.job('soup', seconds(1))
  const cake = timeline.job('cake', seconds(7))
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })

  const group = timeline.start('group', () =>
    taskGroup((spawn) => Promise.all([spawn(soup), spawn(cake), spawn(steak)]), {
      signal: customer.signal,
    }),
  )
  await timeline.sleep(seconds(2))
  customer.abort(reason)
  await resultOf(() => group)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    group            ===x
    soup             >
    cake             =!
    steak            ===!
    customer leaves  ..|
    `,
    { sentence: 'Cancelling the group from outside cancels its jobs, and waits for them.' },
  )
})

test('an abort from outside is heard when the body is over already', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const cake = timeline.job('cake', seconds(7))

  const group = timeline.start('group', () =>
    taskGroup(
      (spawn) => {
        void spawn(cake)
        return Promise.resolve('table 7')
      },
      { signal: customer.signal },
    ),
  )
  await timeline.sleep(seconds(2))
  customer.abort('the bus')
  const outcome = await resultOf(() => group)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    group            =x
    cake             =!
    customer leaves  ..|
    `,
    {
      sentence:
        'The body is over at second 0, and the cake is not: listen to the outer signal until all ' +
        'have ended.',
    },
  )
  expect(ending(outcome), 'The group rejects with the reason of the signal, as it is').toBe(
    'rejected with "the bus"',
  )
})

test('an abort from outside is heard although no job listens', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const reason = new Error('the customer has left')
  const soup = timeline.job('soup', seconds(3), { deaf: true })

  const group = timeline.start('group', () =>
    taskGroup((spawn) => spawn(soup), { signal: customer.signal }),
  )
  await timeline.sleep(seconds(1))
  customer.abort(reason)
  const outcome = await resultOf(() => group)
  await timeline.rest()

  expect(
    reasonOf(outcome),
    'The soup is ready, but the customer has left: reject with the reason of the signal, as it is',
  ).toBe(reason)
  expect(timeline).toLookLike(
    `
    group            ==x
    soup             ==>
    customer leaves  .|
    `,
    { sentence: 'The soup does not listen to its signal: the group still waits for it.' },
  )
})

test('starts nothing when it was cancelled before it began', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const reason = new Error('the customer has left')
  const soup = timeline.job('soup', seconds(3), { deaf: true })
  customer.abort(reason)

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => spawn(soup), { signal: customer.signal }),
  )

  expect(reasonOf(outcome), 'The group rejects with the reason of the signal, as it is').toBe(
    reason,
  )
  expect(timeline).toLookLike(
    `
    customer leaves  |
    group            |
    `,
    { sentence: 'The customer left before the group began: no job is started.' },
  )
})

test('takes its listener off the signal, whether it fails or not', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')
  const soup = timeline.job('soup', seconds(1))
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })

  const served = await timeline.call('first', () => taskGroup((spawn) => spawn(soup), { signal }))
  const outcome = await timeline.outcome('second', () =>
    taskGroup((spawn) => spawn(fries), { signal }),
  )

  expect(served, 'The group resolves with what its body returns').toBe('soup')
  expect(failuresIn(outcome), 'The signal was never aborted: the fries are the failure').toEqual([
    'burnt',
  ])
})

test('ends with its body when there are no jobs', async ({ timeline }) => {
  const sentence = 'A group may have no jobs at all: then the body is its only member'

  const quiet = await timeline.outcome('quiet group', () =>
    taskGroup(() => Promise.resolve('nobody came')),
  )
  const failing = await timeline.outcome('failing group', () =>
    taskGroup(() => Promise.reject(new Error('no gas'))),
  )

  expect(ending(quiet), sentence).toBe('resolved to "nobody came"')
  expect(ending(failing), sentence).toBe('rejected with AggregateError of [Error: no gas]')
})

test('runs a job twice when it is spawned twice', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2))

  await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      await Promise.all([spawn(soup), spawn(soup)])
      await spawn(soup)
    }),
  )

  expect(timeline).toLookLike(
    `
    group  ===>
    soup   =>
    soup   =>
    soup   ..=>
    `,
    {
      sentence: 'Three guests want the same soup: each spawn calls its job anew.',
      ...(timeline.spans.filter(({ label }) => label === 'soup').length < 3 && {
        cause: 'a job that had been spawned before was not called again.',
      }),
    },
  )
})

test('knows nothing of other groups', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3))
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(4) })
  const cake = timeline.job('cake', seconds(2))

  const [calm, failing] = await Promise.all([
    resultOf(() => timeline.start('calm group', () => taskGroup((spawn) => spawn(soup)))),
    resultOf(() =>
      timeline.start('failing group', () =>
        taskGroup((spawn) => Promise.all([spawn(fries), spawn(steak)])),
      ),
    ),
  ])
  const later = await timeline.outcome('later group', () => taskGroup((spawn) => spawn(cake)))

  expect(
    [calm, failing, later].map(ending),
    'One group fails, one ends while it does, one comes later: what happens in a group is no concern ' +
      'of the others, so nothing of it can be kept in the file',
  ).toEqual([
    'resolved to "soup"',
    'rejected with AggregateError of [Error: burnt]',
    'resolved to "cake"',
  ])
})

test('waits as long as the jobs take to put their tools away', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(600) })

  const group = timeline.start('group', () =>
    taskGroup((spawn) => Promise.all([spawn(oven), spawn(fries)])),
  )
  await resultOf(() => group)

  expect(
    Math.round(timeline.now / seconds(1)),
    'The oven is cancelled at second 1 and needs ten minutes to cool down: the group sets no limit, ' +
      'and settles at second 601',
  ).toBe(601)
})

test('leaves alone whoever else listens to the outer signal', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer
  const heard: string[] = []
  signal.addEventListener('abort', () => heard.push('door'), { once: true })
  signal.onabort = () => heard.push('onabort')

  await timeline.outcome('short group', () =>
    taskGroup((spawn) => spawn(timeline.job('soup', seconds(1))), { signal }),
  )
  const long = timeline.start('long group', () =>
    taskGroup((spawn) => spawn(timeline.job('cake', seconds(3))), { signal }),
  )
  signal.addEventListener('abort', () => heard.push('cloakroom'), { once: true })
  await timeline.sleep(seconds(1))
  customer.abort()
  await resultOf(() => long)

  expect(
    heard.sort(),
    'The outer signal belongs to others as well, who want to hear of the abort: add a listener of ' +
      'your own, and take off no other',
  ).toEqual(['cloakroom', 'door', 'onabort'])
})

test('takes an empty result for a result', async ({ timeline }) => {
  for (const value of EMPTY) {
    const job = timeline.job('job', seconds(1), { returns: value })
    const spawned: string[] = []

    const outcome = await timeline.outcome('group', () =>
      taskGroup(async (spawn) => {
        const result = await resultOf(() => spawn(job))
        spawned.push(ending(result))
        return value
      }),
    )

    expect(
      [...spawned, ending(outcome)],
      `Job and body resolve to ${inWords(value)}: so do the promise of spawn and the group`,
    ).toEqual(Array.from({ length: 2 }, () => `resolved to ${inWords(value)}`))
  }
})

test('takes an empty error for a failure', async ({ timeline }) => {
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })
  const { signal } = timeline.controller('nobody leaves')

  for (const value of EMPTY) {
    const fails = timeline.job('job', seconds(1), { throws: value })
    const ofJob = await timeline.outcome('group', () =>
      taskGroup(
        (spawn) => {
          void spawn(steak)
          void spawn(fails)
          return Promise.resolve('table 7')
        },
        { signal },
      ),
    )
    const ofBody = await timeline.outcome('group', () =>
      taskGroup((spawn) => {
        void spawn(steak)
        return fails()
      }),
    )

    const sentence =
      `rejects with ${inWords(value)}, and that is a failure, and the only one: the steak was ` +
      'cancelled. Do not ask whether there is an error, but whether something was thrown'
    const wanted = `rejected with AggregateError of [${inWords(value)}]`
    expect(ending(ofJob), `A job ${sentence}`).toBe(wanted)
    expect(ending(ofBody), `The body ${sentence}`).toBe(wanted)
  }
})

test('takes an empty reason for a reason', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2), { deaf: true })

  // Without undefined: for that, abort makes a reason itself.
  for (const reason of EMPTY.slice(1)) {
    const [before, meanwhile] = [timeline.controller('before'), timeline.controller('meanwhile')]
    before.abort(reason)
    const calls = [before, meanwhile].map(({ signal }) =>
      timeline.start('group', () => taskGroup((spawn) => spawn(soup), { signal })),
    )
    await timeline.sleep(seconds(1))
    meanwhile.abort(reason)
    const outcomes = await Promise.allSettled(calls)

    expect(
      outcomes.map(ending),
      `Two signals are aborted with ${inWords(reason)}, one before the group began: each group ` +
        'rejects with it. Whether a signal is aborted tells signal.aborted, and not its reason',
    ).toEqual(calls.map(() => `rejected with ${inWords(reason)}`))
  }
})

test('counts an AbortError that is not its own', async ({ timeline }) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const fish = timeline.job<string>('fish', seconds(1), { throws: hungUp })

  const outcome = await timeline.outcome('group', () => taskGroup((spawn) => spawn(fish)))

  expect(
    failuresIn(outcome),
    'The supplier hangs up with an AbortError, and nobody has cancelled the group: that is a ' +
      "failure. A cancellation is known by the reason of the group's signal, and not by its name",
  ).toEqual(['the supplier has hung up'])
})

test('counts an AbortError that is not its own while it is cancelled, too', async ({
  timeline,
}) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const fish = timeline.job<string>('fish', seconds(2), { throws: hungUp, deaf: true })

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => Promise.all([spawn(fries), spawn(fish)])),
  )

  expect(
    failuresIn(outcome),
    'The fries burn, and then the supplier of the fish hangs up with an AbortError: those are two ' +
      "failures. A cancellation is known by the reason of the group's signal, and not by its name",
  ).toEqual(['burnt', 'the supplier has hung up'])
})

test('tells failures as they are, also those of a group within', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: new Error('burnt') })
  const list = ['no soup', 'no bread']
  const soup = timeline.job<string>('soup', seconds(2), { throws: list, deaf: true })
  let inner: unknown

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      void spawn(soup)
      await spawn((signal) =>
        taskGroup((order) => order(fries), { signal }).catch((error: unknown) => {
          inner = error
          throw error
        }),
      )
    }),
  )

  expect(
    errorsIn(outcome)
      .map((error) =>
        error === inner ? 'the group' : error === list ? 'the list' : inWords(error),
      )
      .sort(),
    'A group within fails, and the soup rejects with a list: those are two failures, which are ' +
      'passed on as they are, and not unpacked',
  ).toEqual(['the group', 'the list'])
})

test('leaves nobody behind, in whatever order the jobs end', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    let cooking = 0
    const cook = (run: () => Promise<unknown>) => async () => {
      cooking += 1
      try {
        return await run()
      } finally {
        cooking -= 1
      }
    }
    const jobs = [
      job('soup', 'soup'),
      failingJob('fries', new Error('burnt')),
      job('tea', 'tea'),
      failingJob('cake', new Error('dropped')),
    ].map(cook)

    const outcome = await resultOf(() =>
      timeline.start('group', () =>
        taskGroup((spawn) => Promise.all(jobs.map((one) => spawn(one)))),
      ),
    )

    expect(cooking, 'Jobs that were still running when the group had settled').toBe(0)
    expect(failuresIn(outcome), 'Each failure is told, and told once').toEqual(['burnt', 'dropped'])
  }))

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  // Of three and more the second fails; the others need different times to clean up.
  const jobs = delays.map((delay, index) =>
    timeline.job(`job ${index + 1}`, delay, {
      cleanup: seconds(index),
      ...(index === 1 && delays.length > 2 ? { throws: new Error('burnt') } : {}),
    }),
  )
  const outcome = await timeline.outcome('group', () =>
    it.taskGroup((spawn) => Promise.all(jobs.map((job) => spawn(job)))),
  )
  return outcome.status === 'fulfilled' ? outcome.value : failuresIn(outcome)
})

onTheWallClock(submission, reference, async (it, timeline) =>
  failuresIn(await timeline.outcome('group', () => it.taskGroup(orderOf(timeline)))),
)

/** The order of table 7, of which the fries fail. */
function orderOf(timeline: Timeline): (spawn: Spawn) => Promise<string[]> {
  const dishes: Job<string>[] = [
    timeline.job('soup', seconds(1)),
    timeline.job<string>('fries', seconds(3), { throws: new Error('burnt') }),
    timeline.job('cake', seconds(7)),
    timeline.job('steak', seconds(9), { cleanup: seconds(2) }),
  ]
  return (spawn) => Promise.all(dishes.map((dish) => spawn(dish)))
}

/** How a call ended, also where it throws instead of rejecting. */
async function resultOf(run: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const [result] = await Promise.allSettled([(async () => run())()])
  return result
}

/** Nobody looks at the promise; a group may also refuse by throwing. */
function orderIfAllowed(spawn: Spawn, job: Job<unknown>): void {
  try {
    void spawn(job)
  } catch {
    // Turned away.
  }
}

/** What a call was rejected with. */
const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : 'nothing: the group resolved'

/** The errors of an AggregateError; or what came instead of one. */
function errorsIn(outcome: PromiseSettledResult<unknown>): unknown[] {
  const reason = reasonOf(outcome)
  return reason instanceof AggregateError ? (reason.errors as unknown[]) : [reason]
}

/** The messages of an AggregateError, sorted; or in words what came instead of one. */
function failuresIn(outcome: PromiseSettledResult<unknown>): string[] | string {
  if (outcome.status === 'fulfilled') return 'no failure: the group resolved'
  const { reason } = outcome as { reason: unknown }
  return reason instanceof AggregateError
    ? reason.errors.map(messageOf).sort()
    : `no AggregateError, but: ${messageOf(reason)}`
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

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
