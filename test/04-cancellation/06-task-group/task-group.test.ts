import {
  EMPTY,
  endingOf,
  everyInterleaving,
  expect,
  inWords,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { taskGroup } from '#exercises/04-cancellation/06-task-group/task-group.ts'
import * as reference from '#reference/04-cancellation/06-task-group/task-group.ts'
import type { Job, Spawn } from '#reference/04-cancellation/06-task-group/task-group.ts'

const submission = { taskGroup }

const burnt = new Error('burnt')
const dropped = new Error('dropped')

test('a failure cancels the siblings, and the group waits for their end', async ({ timeline }) => {
  await timeline.outcome('group', () => taskGroup(orderOf(timeline)))

  expect(timeline).toLookLike(`
    group  ====x
    soup   >
    fries  ==x
    cake   ==!
    steak  ====!
  `)
})

test('tells each failure once, and no cancellation', async ({ timeline }) => {
  const outcome = await timeline.outcome('group', () => taskGroup(orderOf(timeline)))

  expect(
    outcome,
    'One AggregateError with what has really failed. Being cancelled is not a second failure, ' +
      'and a body that awaits a job which fails is not one either',
  ).toRejectWithAll([burnt])
})

test('a body may await its jobs and return what they make', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3), { returns: 'hot soup' })
  const tea = timeline.job('tea', seconds(1), { returns: 'black tea' })

  const served = await timeline.call('group', () => taskGroup(awaiting(soup, tea)))

  expect(served, 'The group resolves with what its body returns').toEqual(['hot soup', 'black tea'])
  expect(timeline).toLookLike(`
    group  ==>
    soup   ==>
    tea    >
  `)
})

test('waits for jobs that the body does not await', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3))

  const value = await timeline.call('group', () => taskGroup(leaving(soup)))

  expect(value, 'The group resolves with what its body returns').toBe('table 7')
  expect(timeline).toLookLike(`
    group  ==>
    soup   ==>
  `)
})

test('waits for jobs that jobs have spawned, whoever spawns last', async ({ timeline }) => {
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

  expect(timeline).toLookLike(`
    group  ===>
    soup   >
    bread  .==>
  `)
})

test('waits for jobs of jobs of jobs, until nobody is left', async ({ timeline }) => {
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

  expect(timeline).toLookLike(`
    group  ===>
    soup   >
    fish   .>
    cake   ..>
    tea    ...>
  `)
})

test('fails for a failure that nobody awaits', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(3), { throws: burnt })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })

  const outcome = await timeline.outcome('group', () => taskGroup(leaving(steak, fries)))

  expect(outcome, 'The body is over, and the fries burn').toRejectWithAll([burnt])
  expect(timeline).toLookLike(`
    group  ====x
    steak  ====!
    fries  ==x
  `)
})

test('fails even where the body has caught the failure', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      await spawn(fries).catch(() => 'no fries')
    }),
  )

  expect(
    outcome,
    'All or nothing: a job that fails makes the group fail, whoever has caught the error',
  ).toRejectWithAll([burnt])
})

test('tells a failure that comes while the others are being cancelled', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(3), { throws: burnt })
  const cake = timeline.job('cake', seconds(5), { throws: dropped, deaf: true })

  const outcome = await timeline.outcome('group', () => taskGroup(awaiting(fries, cake)))

  expect(
    outcome,
    'The fries burn, and the cake, which does not hear the signal, is dropped 2 seconds later. ' +
      'Those are two failures, and each is told once',
  ).toRejectWithAll([burnt, dropped], { inAnyOrder: true })
  expect(timeline).toLookLike(`
    group  ====x
    fries  ==x
    cake   ====x
  `)
})

test('the body is a member as well: its failure cancels the jobs', async ({ timeline }) => {
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })
  const noGas = new Error('no gas')

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      void spawn(steak)
      await timeline.sleep(seconds(2))
      throw noGas
    }),
  )

  expect(
    outcome,
    'The body throws "no gas" at second 2: the group fails for that reason',
  ).toRejectWithAll([noGas])
  expect(timeline).toLookLike(`
    group  ===x
    steak  ===!
  `)
})

test('takes no new orders after a failure', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(3) })
  const salad = timeline.job('salad', seconds(1), { deaf: true })
  let late: PromiseSettledResult<unknown> | undefined

  const outcome = await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      void spawn(fries)
      void spawn(steak)
      await timeline.sleep(seconds(2))
      late = await outcomeOf(() => spawn(salad))
    }),
  )

  expect(
    late?.status,
    'A failing group takes no new orders: spawn rejects, and does not call the job',
  ).toBe('rejected')
  expect(outcome, 'A refused order is no failure').toRejectWithAll([burnt])
  expect(timeline).toLookLike(`
    group  ===x
    fries  x
    steak  ===!
  `)
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
  const late = await Promise.all(kept.map((spawn) => outcomeOf(() => spawn(salad))))
  await timeline.rest()

  expect(
    late.map(({ status }) => status),
    'A spawn rejects when the group has ended: nobody would wait for that job',
  ).toEqual(['rejected'])
  expect(timeline).toLookLike(`
    group  >
    soup   >
  `)
})

test('turns late orders away even where nobody looks at the promise', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
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

  expect(timeline).toLookLike(`
    group  ===x
    fries  x
    steak  ===!
  `)
})

test('counts no refusal, also where the body passes it on', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
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
  const bus = { after: seconds(1), reason: 'the bus' }
  const { signal } = timeline.controller('customer leaves', bus)
  const left = await timeline.outcome('group of a customer', () =>
    taskGroup((spawn) => orders(spawn, steak), { signal }),
  )

  expect(
    failing,
    'The fries burn, and the order that the body gives afterwards is turned away: only the fries ' +
      'have failed. Let spawn reject with something that you know again, such as the reason of the ' +
      "group's signal",
  ).toRejectWithAll([burnt])
  expect(
    left,
    'The customer leaves, and the order that the body gives afterwards is turned away: nothing has ' +
      'failed, so the group rejects with the reason of the signal',
  ).toRejectWith('the bus')
  expect(
    timeline,
    'The salad is ordered after a failure, and after an abort from outside: spawn rejects without ' +
      'calling its job',
  ).toStart('salad', 0)
})

test('an abort from outside cancels all jobs, and waits for them', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(2) })
  const soup = timeline.job('soup', seconds(1))
  const cake = timeline.job('cake', seconds(7))
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })

  await timeline.outcome('group', () => taskGroup(awaiting(soup, cake, steak), { signal }))

  expect(timeline).toLookLike(`
    group            ===x
    soup             >
    cake             =!
    steak            ===!
    customer leaves  ..|
  `)
})

test('an abort from outside is heard when the body is over already', async ({ timeline }) => {
  const bus = { after: seconds(2), reason: 'the bus' }
  const { signal } = timeline.controller('customer leaves', bus)
  const cake = timeline.job('cake', seconds(7))

  const outcome = await timeline.outcome('group', () => taskGroup(leaving(cake), { signal }))

  expect(
    outcome,
    'Listen to the outer signal until all have ended: the group rejects with its reason, as it is',
  ).toRejectWith('the bus')
  expect(timeline).toLookLike(`
    group            =x
    cake             =!
    customer leaves  ..|
  `)
})

test('an abort from outside is heard although no job listens', async ({ timeline }) => {
  const reason = new Error('the customer has left')
  const { signal } = timeline.controller('customer leaves', { after: seconds(1), reason })
  const soup = timeline.job('soup', seconds(3), { deaf: true })

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => spawn(soup), { signal }),
  )

  expect(
    outcome,
    'The soup is ready, but the customer has left: reject with the reason of the signal, as it is',
  ).toRejectWith(reason)
  expect(timeline).toLookLike(`
    group            ==x
    soup             ==>
    customer leaves  .|
  `)
})

test('starts nothing when the customer left before the group began', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const reason = new Error('the customer has left')
  const soup = timeline.job('soup', seconds(3), { deaf: true })
  customer.abort(reason)

  const outcome = await timeline.outcome('group', () =>
    taskGroup((spawn) => spawn(soup), { signal: customer.signal }),
  )

  expect(outcome, 'The group rejects with the reason of the signal, as it is').toRejectWith(reason)
  expect(timeline).toLookLike(`
    customer leaves  |
    group            |
  `)
})

test('takes its listener off the signal, whether it fails or not', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')
  const soup = timeline.job('soup', seconds(1))
  const fries = timeline.job('fries', seconds(1), { throws: burnt })

  const served = await timeline.call('first', () => taskGroup((spawn) => spawn(soup), { signal }))
  const outcome = await timeline.outcome('second', () =>
    taskGroup((spawn) => spawn(fries), { signal }),
  )

  expect(served, 'The group resolves with what its body returns').toBe('soup')
  expect(outcome, 'The signal was never aborted: the fries are the failure').toRejectWithAll([
    burnt,
  ])
})

test('ends with its body when there are no jobs', async ({ timeline }) => {
  const noGas = new Error('no gas')

  const quiet = await timeline.outcome('quiet group', () =>
    taskGroup(() => Promise.resolve('nobody came')),
  )
  const failing = await timeline.outcome('failing group', () =>
    taskGroup(() => Promise.reject(noGas)),
  )

  const sentence = 'A group may have no jobs at all: then the body is its only member'
  expect(quiet, sentence).toResolveTo('nobody came')
  expect(failing, sentence).toRejectWithAll([noGas])
})

test('calls a job anew each time it is spawned', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2))

  await timeline.outcome('group', () =>
    taskGroup(async (spawn) => {
      await Promise.all([spawn(soup), spawn(soup)])
      await spawn(soup)
    }),
  )

  expect(timeline).toLookLike(`
    group  ===>
    soup   =>
    soup   =>
    soup   ..=>
  `)
})

test('knows nothing of other groups', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(3))
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(4) })
  const cake = timeline.job('cake', seconds(2))

  const [calm, failing] = await Promise.allSettled([
    timeline.start('calm group', () => taskGroup((spawn) => spawn(soup))),
    timeline.start('failing group', () => taskGroup(awaiting(fries, steak))),
  ])
  const later = await timeline.outcome('later group', () => taskGroup((spawn) => spawn(cake)))

  const sentence =
    'One group fails, one ends while it does, one comes later: what happens in a group is no concern ' +
    'of the others, so nothing of it can be kept in the file'
  expect(calm, sentence).toResolveTo('soup')
  expect(failing, sentence).toRejectWithAll([burnt])
  expect(later, sentence).toResolveTo('cake')
})

test('waits as long as the jobs take to put their tools away', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
  const oven = timeline.job('oven', seconds(9), { cleanup: seconds(600) })

  await outcomeOf(timeline.start('group', () => taskGroup(awaiting(oven, fries))))

  expect(
    timeline,
    'The oven is cancelled at second 1 and needs ten minutes to cool down: the group sets no limit',
  ).toEndAt('group', seconds(601))
})

test('leaves alone whoever else listens to the outer signal', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(2) })
  const soup = timeline.job('soup', seconds(1))
  const cake = timeline.job('cake', seconds(3))
  const heard: string[] = []
  signal.addEventListener('abort', () => heard.push('door'), { once: true })
  signal.onabort = () => heard.push('onabort')

  await timeline.start('short group', () => taskGroup((spawn) => spawn(soup), { signal }))
  const long = timeline.outcome('long group', () => taskGroup((spawn) => spawn(cake), { signal }))
  signal.addEventListener('abort', () => heard.push('cloakroom'), { once: true })
  await long

  expect(
    heard.sort(),
    'The outer signal belongs to others as well, who want to hear of the abort: add a listener of ' +
      'your own, and take off no other',
  ).toEqual(['cloakroom', 'door', 'onabort'])
})

test('takes an empty result for a result', async ({ timeline }) => {
  for (const value of EMPTY) {
    const job = timeline.job('job', seconds(1), { returns: value })
    let spawned: PromiseSettledResult<unknown> | undefined

    const outcome = await timeline.outcome('group', () =>
      taskGroup(async (spawn) => {
        spawned = await outcomeOf(() => spawn(job))
        return value
      }),
    )

    const sentence = `Job and body resolve to ${inWords(value)}`
    expect(spawned, `${sentence}, and so does the promise of spawn`).toResolveTo(value)
    expect(outcome, `${sentence}, and so does the group`).toResolveTo(value)
  }
})

test('takes an empty error for a failure', async ({ timeline }) => {
  const steak = timeline.job('steak', seconds(9), { cleanup: seconds(2) })
  const { signal } = timeline.controller('nobody leaves')

  for (const value of EMPTY) {
    const fails = timeline.job('job', seconds(1), { throws: value })

    const ofJob = await timeline.outcome('group', () =>
      taskGroup(leaving(steak, fails), { signal }),
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
    expect(ofJob, `A job ${sentence}`).toRejectWithAll([value])
    expect(ofBody, `The body ${sentence}`).toRejectWithAll([value])
  }
})

test('takes an empty reason for a reason', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2), { deaf: true })

  // Without undefined: for that, abort makes a reason itself.
  for (const reason of EMPTY.slice(1)) {
    const before = AbortSignal.abort(reason)
    const meanwhile = timeline.controller('meanwhile', { after: seconds(1), reason }).signal

    const outcomes = await Promise.all(
      [before, meanwhile].map((signal) =>
        timeline.outcome('group', () => taskGroup((spawn) => spawn(soup), { signal })),
      ),
    )

    const sentence =
      `Two signals are aborted with ${inWords(reason)}, one before the group began. Whether a ` +
      'signal is aborted tells signal.aborted, and not its reason'
    for (const outcome of outcomes) expect(outcome, sentence).toRejectWith(reason)
  }
})

test('counts an AbortError that is not its own', async ({ timeline }) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const fish = timeline.job<string>('fish', seconds(1), { throws: hungUp })

  const outcome = await timeline.outcome('group', () => taskGroup((spawn) => spawn(fish)))

  expect(
    outcome,
    'The supplier hangs up with an AbortError, and nobody has cancelled the group: that is a ' +
      "failure. A cancellation is known by the reason of the group's signal, and not by its name",
  ).toRejectWithAll([hungUp])
})

test('counts an AbortError of others while it is cancelled, too', async ({ timeline }) => {
  const hungUp = new DOMException('the supplier has hung up', 'AbortError')
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
  const fish = timeline.job<string>('fish', seconds(2), { throws: hungUp, deaf: true })

  const outcome = await timeline.outcome('group', () => taskGroup(awaiting(fries, fish)))

  expect(
    outcome,
    'The fries burn, and then the supplier of the fish hangs up with an AbortError: those are two ' +
      "failures. A cancellation is known by the reason of the group's signal, and not by its name",
  ).toRejectWithAll([burnt, hungUp], { inAnyOrder: true })
})

test('tells failures as they are, also those of a group within', async ({ timeline }) => {
  const fries = timeline.job('fries', seconds(1), { throws: burnt })
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
    outcome,
    'A group within fails, and the soup rejects with a list: those are two failures, which are ' +
      'passed on as they are, and not unpacked',
  ).toRejectWithAll([inner, list], { inAnyOrder: true })
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
      failingJob('fries', burnt),
      job('tea', 'tea'),
      failingJob('cake', dropped),
    ].map(cook)

    const outcome = await outcomeOf(timeline.start('group', () => taskGroup(awaiting(...jobs))))

    expect(cooking, 'Jobs that were still running when the group had settled').toBe(0)
    expect(outcome, 'Each failure is told, and told once').toRejectWithAll([burnt, dropped], {
      inAnyOrder: true,
    })
  }))

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  // Of three and more the second fails; the others need different times to clean up.
  const jobs = delays.map((delay, index) =>
    timeline.job<string>(`job ${index + 1}`, delay, {
      cleanup: seconds(index),
      ...(index === 1 && delays.length > 2 ? { throws: burnt } : {}),
    }),
  )
  return endingOf(await timeline.outcome('group', () => it.taskGroup(awaiting(...jobs))))
})

onTheWallClock(submission, reference, async (it, timeline) =>
  endingOf(await timeline.outcome('group', () => it.taskGroup(orderOf(timeline)))),
)

/** The order of table 7, of which the fries fail. */
const orderOf = (timeline: Timeline) =>
  awaiting(
    timeline.job('soup', seconds(1)),
    timeline.job<string>('fries', seconds(3), { throws: burnt }),
    timeline.job('cake', seconds(7)),
    timeline.job('steak', seconds(9), { cleanup: seconds(2) }),
  )

/** A body that spawns these jobs, and awaits them all. */
const awaiting =
  <T>(...jobs: Job<T>[]) =>
  (spawn: Spawn): Promise<T[]> =>
    Promise.all(jobs.map((job) => spawn(job)))

/** A body that spawns these jobs, and awaits none of them. */
const leaving =
  (...jobs: Job<unknown>[]) =>
  (spawn: Spawn): Promise<string> => {
    for (const job of jobs) void spawn(job)
    return Promise.resolve('table 7')
  }

/** Nobody looks at the promise; a group may also refuse by throwing. */
function orderIfAllowed(spawn: Spawn, job: Job<unknown>): void {
  try {
    void spawn(job)
  } catch {
    // Turned away.
  }
}
