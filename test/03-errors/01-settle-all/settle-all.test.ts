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
  expectAllHeard(timeline)
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
  const sentence = 'Every dish is burnt, and settleAll still resolves: the report is the answer'
  const jobs = kitchen(timeline, [3, 1], [3, 1])

  const outcome = await timeline.outcome('settle all', () => settleAll(jobs))

  expect(timeline).toLookLike(
    `
    settle all  ==>
    dish 3      ==x
    dish 1      x
  `,
    { sentence: `${sentence}.` },
  )
  expect(outcome, sentence).toEqual({
    status: 'fulfilled',
    value: { ok: [], failed: [burntDish(3), burntDish(1)] },
  })
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
  const complaint = new Error('a complaint, written down')
  const jobs = [
    timeline.job<unknown>('complaint', seconds(2), { returns: complaint }),
    timeline.job<unknown>('empty plate', seconds(1), { returns: undefined }),
  ]

  const outcome = await reported(timeline, asJobs(jobs))

  expect(
    outcome,
    'A job that resolves went well, even when it resolves to an Error, or to undefined',
  ).toEqual({ ok: [complaint, undefined], failed: [] })
})

test('what a job is rejected with is a failure, whatever it is', async ({ timeline }) => {
  const jobs = [
    timeline.job<string>('fish', seconds(2), { throws: 'no fish today' }),
    timeline.job<string>('silent cook', seconds(1), { throws: undefined }),
  ]

  const outcome = await reported(timeline, asJobs(jobs))

  expect(
    outcome,
    'A job that rejects has failed, even when the reason is no Error, or undefined',
  ).toEqual({ ok: [], failed: ['no fish today', undefined] })
})

test('has nothing to wait for when there are no jobs', async ({ timeline }) => {
  const outcome = await reported(timeline, [])

  expect(outcome, 'Without jobs both lists are empty').toEqual({ ok: [], failed: [] })
  expect(timeline).toLookLike(`
    settle all  |
  `)
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

/** Fails when a promise was rejected to which nobody listened; says more than the harness can. */
function expectAllHeard({ leftBehind }: Timeline): void {
  const unheard = leftBehind.find(({ kind }) => kind === 'unhandled')
  if (unheard === undefined) return
  expect.fail(
    'The report comes in time, but Node would have ended the process before.\n' +
      `${unheard.sentence.split('\n')[0] ?? ''}\n` +
      'Listen to every job from the start. And mind that each then, catch and\n' +
      'finally makes a new promise, which may fail like the one before.',
  )
}

/** What to say of the story's five dishes when their picture is another one. */
function wordsFor({ spans }: Timeline): { sentence: string; cause?: string } {
  const sentence =
    'One burnt dish must not hide the four good ones: wait for all five, then report.'
  const call = spans.find(({ kind }) => kind === 'call')
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
