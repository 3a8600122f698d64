import {
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

const burntDish = (dish: number) => new Error(`dish ${dish} is burnt`)

/** A job for each dish; dish 3 takes 3 seconds. Those in `burnt` fail when their time is over. */
const kitchen = (timeline: Timeline, dishes: number[], burnt: number[] = []) =>
  asJobs(
    dishes.map((dish) =>
      timeline.job<string>(
        `dish ${dish}`,
        seconds(dish),
        burnt.includes(dish) ? { throws: burntDish(dish) } : {},
      ),
    ),
  )

/** Jobs that take nothing, not even a signal, whatever a submission hands to them. */
const asJobs = <T>(jobs: (() => Promise<T>)[]) => jobs.map((job) => () => job())

test('one burnt dish does not hide the four good ones', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3, 5, 7], [1])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(timeline).toLookLike(
    `
    settle all  ========>
    dish 9      ========>
    dish 1      x
    dish 3      ==>
    dish 5      ====>
    dish 7      ======>
  `,
    wordsFor(timeline),
  )
})

test('somebody listens to every job from the start', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3], [1, 3])
  const unheard = listenForUnheard()

  await timeline.outcome('settle all', () => settleAll(jobs))
  unheard.stop()

  expect(
    unheard.reasons.map(String),
    'Nobody listened to these failures at the moment they came, and each of them\n' +
      'ends a Node process. Listen to every job from the start. And mind that each\n' +
      'then, catch and finally makes a new promise, which may fail like the one before',
  ).toEqual([])
})

test('what went well comes in the order of the jobs', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 1, 3, 5, 7], [1])

  const { ok } = await reported(timeline, jobs)

  expect(
    ok,
    'ok holds the dishes that went well, in the order of the jobs, and nothing for the others',
  ).toEqual(['dish 9', 'dish 3', 'dish 5', 'dish 7'])
})

test('what failed is there with its reason', async ({ timeline }) => {
  const burnt = new Error('dish 1 is burnt')
  const jobs = [
    timeline.job('dish 9', seconds(9)),
    timeline.job<string>('dish 1', seconds(1), { throws: burnt }),
  ]

  const { failed } = await reported(timeline, asJobs(jobs))

  const sentence = 'failed holds the very reason of each failure: the guest will ask why'
  expect(failed, sentence).toEqual([burnt])
  expect(failed[0], sentence).toBe(burnt)
})

test('two failures come in the order of the jobs, too', async ({ timeline }) => {
  const jobs = kitchen(timeline, [9, 7, 1, 5], [7, 1])

  const { failed } = await reported(timeline, jobs)

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

test('does not fail itself when every job has failed', async ({ timeline }) => {
  const jobs = kitchen(timeline, [3, 1], [3, 1])

  await timeline.outcome('settle all', () => settleAll(jobs))

  expect(timeline).toLookLike(
    `
    settle all  ==>
    dish 3      ==x
    dish 1      x
  `,
    { sentence: 'Every dish is burnt, and settleAll still resolves: the report is the answer.' },
  )
})

test('reports no failure where there is none', async ({ timeline }) => {
  const jobs = kitchen(timeline, [3, 1])

  const outcome = await reported(timeline, jobs)

  expect(outcome, 'Two dishes went well, and nothing failed').toEqual({
    ok: ['dish 3', 'dish 1'],
    failed: [],
  })
})

test('what a job resolves to is no failure, whatever it is', async ({ timeline }) => {
  const form = { status: 'rejected', reason: 'too salty', error: 'too salty', failed: true }
  const results = [new Error('a complaint, written down'), undefined, 0, '', false, null, form]
  const jobs = results.map((returns, index) =>
    timeline.job<unknown>(`job ${index + 1}`, seconds(index + 1), { returns }),
  )

  const outcome = await reported(timeline, asJobs(jobs))

  expect(
    outcome,
    'A job that resolves went well, even when it resolves to an Error, or to undefined, or to ' +
      'an object that looks like a note about a failure',
  ).toEqual({ ok: results, failed: [] })
})

test('what a job is rejected with is a failure, whatever it is', async ({ timeline }) => {
  const reasons = ['no fish today', undefined, 0, '', false, null]
  const jobs = reasons.map((throws, index) =>
    timeline.job<string>(`job ${index + 1}`, seconds(index + 1), { throws }),
  )

  const outcome = await reported(timeline, asJobs(jobs))

  expect(
    outcome,
    'A job that rejects has failed, even when the reason is no Error, or undefined;\n' +
      'and failed holds the reason itself',
  ).toEqual({ ok: [], failed: reasons })
})

test('has nothing to wait for when there are no jobs', async ({ timeline }) => {
  const outcome = await reported(timeline, [])

  expect(outcome, 'Without jobs both lists are empty').toEqual({ ok: [], failed: [] })
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

  const { ok, failed } = await reported(timeline, asJobs(jobs))

  const oneResult = 'A result that is a list is one result, and ok holds the list itself'
  expect(ok, oneResult).toEqual([bread, []])
  expect(ok[0], oneResult).toBe(bread)
  const oneReason = 'A reason that holds other errors is one reason, and failed holds it as it came'
  expect(failed, oneReason).toEqual([bundle, ['no pie', 'no cake']])
  expect(failed[0], oneReason).toBe(bundle)
})

test('a job that stands in the list twice is started twice', async ({ timeline }) => {
  const [soup, pie, fish] = asJobs([
    timeline.job('soup', seconds(2)),
    timeline.job('pie', seconds(1)),
    timeline.job<string>('fish', seconds(1), { throws: 'no fish' }),
  ])
  const jobs = [soup, fish, pie, soup, fish].flatMap((job) => (job ? [job] : []))

  const { ok, failed } = await reported(timeline, jobs)

  expect(
    ok,
    'The same job stands in the list twice: two guests have ordered soup, and each\n' +
      'gets a bowl of his own',
  ).toEqual(['soup', 'pie', 'soup'])
  expect(
    failed,
    'Two guests have ordered fish, and both jobs have failed, for the same reason: failed has a ' +
      'reason for each of them',
  ).toEqual(['no fish', 'no fish'])
})

test('two tables at once get a report each', async ({ timeline }) => {
  const settle = (table: string, dishes: number[], burnt: number[]) => {
    const jobs = kitchen(timeline, dishes, burnt)
    return timeline.start(table, () => settleAll(jobs))
  }

  const reports = await Promise.allSettled([
    settle('table 1', [4, 1], [1]),
    settle('table 2', [3, 2], [3]),
  ])
  await timeline.rest()

  expect(
    reports.map((report) =>
      report.status === 'fulfilled'
        ? `${report.value.ok.join(', ')}; ${report.value.failed.join(', ')}`
        : 'no report',
    ),
    'Each call writes a report of its own. Lists that stand outside the function are\n' +
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

  const { ok } = await reported(timeline, kitchen(timeline, dishes))

  expect(
    ok,
    'Twelve dishes for twelve guests, in the order of the jobs. (sort, left to\n' +
      'itself, compares texts: 10 and 11 come before 2)',
  ).toEqual(dishes.map((dish) => `dish ${dish}`))
})

test('reports at the very moment the last job has settled', async ({ timeline }) => {
  const jobs = kitchen(timeline, [2.43, 0.7], [0.7])

  await timeline.outcome('settle all', () => settleAll(jobs))

  const end = timeline.spans.find(({ kind }) => kind === 'call')?.end ?? Infinity
  expect(
    end - seconds(2.43),
    'The last job settles after 2.43 seconds, and the report comes at that moment.\n' +
      'Nobody has to look again and again: a promise calls its handlers.\n' +
      'Milliseconds too late',
  ).toBeLessThan(10)
})

test('waits as long as a job takes', async ({ timeline }) => {
  const jobs = [timeline.job('roast', seconds(3 * 60 * 60)), timeline.job('soup', seconds(1))]

  const outcome = await reported(timeline, asJobs(jobs))

  expect(
    outcome,
    'However long a dish takes, the table waits for it: nobody has asked for a\n' +
      'limit. This roast takes three hours',
  ).toEqual({ ok: ['roast', 'soup'], failed: [] })
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

/** What `settleAll` resolves to; fails, in words, when it does not. */
async function reported<T>(timeline: Timeline, jobs: (() => Promise<T>)[]) {
  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))
  if (outcome.status === 'fulfilled') return outcome.value
  const came = outcome.reason instanceof Error ? outcome.reason.message : String(outcome.reason)
  return expect.fail(
    `settleAll resolves to its report, whatever the jobs do.\nInstead of the report this came:\n\n${came}`,
  )
}

/** Notes what was rejected while nobody listened, when Node notices it. */
function listenForUnheard() {
  const reasons: unknown[] = []
  const note = (reason: unknown) => void reasons.push(reason)
  process.on('unhandledRejection', note)
  return { reasons, stop: () => void process.off('unhandledRejection', note) }
}

/** What to say of the story's five dishes when their picture is another one. */
function wordsFor({ spans }: Timeline): { sentence: string; cause?: string } {
  const sentence =
    'One burnt dish must not hide the four good ones: wait for all five, then report.'
  const call = spans.find(({ kind }) => kind === 'call')
  if (new Set(spans.map(({ label }) => label)).size < spans.length) {
    const cause = 'a job was started again. Nobody has asked for a second try: start each once.'
    return { sentence, cause }
  }
  if (call?.end === undefined) {
    const cause =
      'somebody still waits for the dish that failed. A failure is an answer, too: count it.'
    return { sentence, cause }
  }
  if (call.end !== seconds(1)) return { sentence }
  const cause =
    'the first failure ended the wait for all. Each job needs somebody who hears of its own ' +
    'failure, and of nothing else.'
  return { sentence, cause }
}
