import {
  EMPTY,
  everyInterleaving,
  expect,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { settleAll } from '#exercises/03-errors/01-settle-all/settle-all.ts'
import * as reference from '#reference/03-errors/01-settle-all/settle-all.ts'

const submission = { settleAll }

test('one burnt dish does not hide the four good ones', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3, 5, 7], [1])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(timeline).toLookLike(`
    settle all  ========>
    dish 9      ========>
    dish 1      x
    dish 3      ==>
    dish 5      ====>
    dish 7      ======>
  `)
})

test('somebody listens to every job from the start', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3], [1, 3])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(
    timeline.unheardReasons.map(String),
    'Nobody listened to these failures at the moment they came, and each of them ' +
      'ends a Node process. Listen to every job from the start. And mind that each ' +
      'then, catch and finally makes a new promise, which may fail like the one before',
  ).toEqual([])
})

test('what went well comes in the order of the jobs', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3, 5, 7], [1])

  const { ok } = await timeline.call('settle all', () => settleAll(jobs))

  expect(
    ok,
    'ok holds the dishes that went well, in the order of the jobs, and nothing for the others',
  ).toEqual(['dish 9', 'dish 3', 'dish 5', 'dish 7'])
})

test('what failed is there with its very reason', async ({ timeline }) => {
  const burnt = new Error('dish 1 is burnt')
  const jobs = [
    timeline.job('dish 9', seconds(9)),
    timeline.job<string>('dish 1', seconds(1), { throws: burnt }),
  ]

  const { failed } = await timeline.call('settle all', () => settleAll(jobs))

  const sentence = 'failed holds the very reason of each failure: the guest will ask why'
  expect(failed, sentence).toEqual([burnt])
  expect(failed[0], sentence).toBe(burnt)
})

test('two failures come in the order of the jobs, too', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 7, 1, 5], [7, 1])

  const { failed } = await timeline.call('settle all', () => settleAll(jobs))

  expect(
    failed.map(String),
    'failed holds the reasons in the order of the jobs, not in which they failed',
  ).toEqual(['Error: dish 7 is burnt', 'Error: dish 1 is burnt'])
})

test('keeps both orders, whoever is done first', () =>
  everyInterleaving(async (order) => {
    const jobs = [
      order.job('soup', 'soup'),
      order.failingJob('fish', new Error('no fish')),
      order.job('pie', 'pie'),
      order.failingJob('cake', new Error('no cake')),
    ]

    const { ok, failed } = await order.timeline.start('settle all', () => settleAll<string>(jobs))

    expect([ok, failed.map(String)]).toEqual([
      ['soup', 'pie'],
      ['Error: no fish', 'Error: no cake'],
    ])
  }))

test('resolves even when every dish is burnt: the report is the answer', async ({ timeline }) => {
  const jobs = kitchen(timeline, [3, 1], [3, 1])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(timeline).toLookLike(`
    settle all  ==>
    dish 3      ==x
    dish 1      x
  `)
})

test('reports no failure where there is none', async ({ timeline }) => {
  const jobs = kitchen(timeline, [3, 1])

  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))

  expect(outcome).toResolveTo({ ok: ['dish 3', 'dish 1'], failed: [] })
})

test('what a job resolves to is no failure, whatever it is', async ({ timeline }) => {
  const form = { status: 'rejected', reason: 'too salty', error: 'too salty', failed: true }
  const results = [new Error('a complaint, written down'), undefined, 0, '', false, null, form]
  const jobs = results.map((returns, index) =>
    timeline.job<unknown>(`job ${index + 1}`, seconds(index + 1), { returns }),
  )

  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))

  expect(
    outcome,
    'A job that resolves went well, even when it resolves to an Error, or to undefined, or to ' +
      'an object that looks like a note about a failure',
  ).toResolveTo({ ok: results, failed: [] })
})

test('what a job is rejected with is a failure, whatever it is', async ({ timeline }) => {
  const reasons = ['no fish today', ...EMPTY]
  const jobs = reasons.map((throws, index) =>
    timeline.job<string>(`job ${index + 1}`, seconds(index + 1), { throws }),
  )

  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))

  expect(
    outcome,
    'A job that rejects has failed, even when the reason is no Error, or undefined; ' +
      'and failed holds the reason itself',
  ).toResolveTo({ ok: [], failed: reasons })
})

test('has nothing to wait for when there are no jobs', async ({ timeline }) => {
  const outcome = await timeline.outcome('settle all', () => settleAll([]))

  expect(outcome, 'Without jobs both lists are empty').toResolveTo({ ok: [], failed: [] })
  expect(timeline).toLookLike(`
    settle all  |
  `)
})

test('lists, and bundles of errors, come as they are', async ({ timeline }) => {
  const bread = ['rye', 'wheat']
  const bundle = new AggregateError([new Error('no fish'), new Error('no meat')])
  const jobs = [
    timeline.job<string[]>('bread', seconds(2), { returns: bread }),
    timeline.job<string[]>('empty basket', seconds(1), { returns: [] }),
    timeline.job<string[]>('main course', seconds(3), { throws: bundle }),
    timeline.job<string[]>('dessert', seconds(4), { throws: ['no pie', 'no cake'] }),
  ]

  const { ok, failed } = await timeline.call('settle all', () => settleAll(jobs))

  const oneResult = 'A result that is a list is one result, and ok holds the list itself'
  expect(ok, oneResult).toEqual([bread, []])
  expect(ok[0], oneResult).toBe(bread)
  const oneReason = 'A reason that holds other errors is one reason, and failed holds it as it came'
  expect(failed, oneReason).toEqual([bundle, ['no pie', 'no cake']])
  expect(failed[0], oneReason).toBe(bundle)
})

test('a job that stands in the list twice is started twice', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2))
  const pie = timeline.job('pie', seconds(1))
  const fish = timeline.job<string>('fish', seconds(1), { throws: 'no fish' })

  const { ok, failed } = await timeline.call('settle all', () =>
    settleAll([soup, fish, pie, soup, fish]),
  )

  expect(
    ok,
    'The same job stands in the list twice: two guests have ordered soup, and each ' +
      'gets a bowl of his own',
  ).toEqual(['soup', 'pie', 'soup'])
  expect(
    failed,
    'Two guests have ordered fish, and both jobs have failed, for the same reason: failed has a ' +
      'reason for each of them',
  ).toEqual(['no fish', 'no fish'])
})

test('two tables at once get a report each', async ({ timeline }) => {
  const settle = (table: string, dishes: number[], burnt: number[]) =>
    timeline.start(table, () => settleAll(kitchen(timeline, dishes, burnt)))

  const reports = await Promise.all([
    settle('table 1', [4, 1], [1]),
    settle('table 2', [3, 2], [3]),
  ])

  expect(
    reports.map(({ ok, failed }) => `${ok.join(', ')}; ${failed.join(', ')}`),
    'Each call writes a report of its own. Lists that stand outside the function are ' +
      'shared by all calls: make new ones inside',
  ).toEqual(['dish 4; Error: dish 1 is burnt', 'dish 2; Error: dish 3 is burnt'])
})

test('leaves the list of jobs as it is', async ({ timeline }) => {
  const jobs = kitchen(timeline, [3, 1, 2])
  const list = [...jobs]

  await timeline.outcome('settle all', () => settleAll(list))

  expect(
    list.map((job) => jobs.indexOf(job)),
    'The list belongs to the caller, who may need it again: take nothing out of it, and put ' +
      'nothing into it. Who stood at 0, 1 and 2 stands there still',
  ).toEqual([0, 1, 2])
})

test('reports on a table of twelve', async ({ timeline }) => {
  const dishes = Array.from({ length: 12 }, (_, seat) => 12 - seat)

  const { ok } = await timeline.call('settle all', () => settleAll(kitchen(timeline, dishes)))

  expect(
    ok,
    'Twelve dishes for twelve guests, in the order of the jobs. (sort, left to ' +
      'itself, compares texts: 10 and 11 come before 2)',
  ).toEqual(dishes.map((dish) => `dish ${dish}`))
})

test('reports at the very moment the last job has settled', async ({ timeline }) => {
  const jobs = kitchen(timeline, [2.43, 0.7], [0.7])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(
    timeline,
    'The last job settles after 2.43 seconds, and the report comes at that moment. ' +
      'Nobody has to look again and again: a promise calls its handlers',
  ).toEndAt('settle all', seconds(2.43), { late: 10 })
})

test('waits as long as a job takes', async ({ timeline }) => {
  const jobs = [timeline.job('roast', seconds(3 * 60 * 60)), timeline.job('soup', seconds(1))]

  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))

  expect(
    outcome,
    'However long a dish takes, the table waits for it: nobody has asked for a ' +
      'limit. This roast takes three hours',
  ).toResolveTo({ ok: ['roast', 'soup'], failed: [] })
})

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  const dishes = delays.map((delay) => delay / seconds(1))
  const burnt = dishes.filter((dish) => dish % 3 === 1)
  const jobs = kitchen(timeline, dishes, burnt)
  const { ok, failed } = await timeline.call('settle all', () => it.settleAll(jobs))
  return { ok, failed: failed.map(String) }
})

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('settle all', () => it.settleAll(kitchen(timeline, [5, 1, 3], [1]))),
)

/** A job for each dish; dish 3 takes 3 seconds. Those in `burnt` fail when their time is over. */
const kitchen = (timeline: Timeline, dishes: number[], burnt: number[] = []) =>
  dishes.map((dish) => {
    const fails = { throws: new Error(`dish ${dish} is burnt`) }
    return timeline.job<string>(`dish ${dish}`, seconds(dish), burnt.includes(dish) ? fails : {})
  })
