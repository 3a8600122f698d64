import {
  EMPTY,
  endingOf,
  everyInterleaving,
  expect,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { Background } from '#exercises/03-errors/04-background-tasks/background-tasks.ts'
import * as reference from '#reference/03-errors/04-background-tasks/background-tasks.ts'

const submission = { Background }

const lost = new Error('no such address')
const full = new Error('the mailbox is full')

test('drain waits until the last receipt has been sent', async ({ timeline }) => {
  const background = new Background()

  for (const takes of [3, 9, 5]) background.spawn(receipt(timeline, takes))
  await timeline.outcome('drain', () => background.drain())

  expect(timeline).toLookLike(`
    drain      ========>
    receipt 3  ==>
    receipt 9  ========>
    receipt 5  ====>
  `)
})

test('waits for the others when a receipt cannot be sent, then rejects', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 3))
  background.spawn(receipt(timeline, 5, lost))
  background.spawn(receipt(timeline, 9))
  await timeline.outcome('drain', () => background.drain())

  expect(timeline).toLookLike(`
    drain      ========x
    receipt 3  ==>
    receipt 5  ====x
    receipt 9  ========>
  `)
})

test('reports all that has failed, in one AggregateError', async ({ timeline }) => {
  const [one, two] = [new Background(), new Background()]

  one.spawn(receipt(timeline, 3))
  one.spawn(receipt(timeline, 5, lost))
  const first = await timeline.outcome('drain', () => one.drain())
  two.spawn(receipt(timeline, 5, lost))
  two.spawn(receipt(timeline, 1, full))
  const second = await timeline.outcome('drain', () => two.drain())

  expect(first).toRejectWithAll([lost])
  expect(second).toRejectWithAll([lost, full], { inAnyOrder: true })
})

test('spawn starts the job, and the guest does not wait for it', async ({ timeline }) => {
  const background = new Background()

  await timeline.call('answer', async () => {
    await (background.spawn(receipt(timeline, 3)) as unknown)
  })

  expect(timeline).toLookLike(`
    answer     |
    receipt 3  ==>
  `)
})

test('nobody has to listen when a receipt fails', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 1, lost))
  await timeline.sleep(seconds(2))

  expect(timeline).toLookLike(`
    receipt 1  x
  `)
})

test('a failure of long ago is reported, too', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 1, lost))
  background.spawn(receipt(timeline, 2))
  await timeline.sleep(seconds(4))
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(
    outcome,
    'The receipt failed at second 1, and drain is called at second 4. It still has to report it',
  ).toRejectWithAll([lost])
})

test('size tells how many are still running', async ({ timeline }) => {
  const background = new Background()
  const sizes: Record<string, number> = {}

  background.spawn(receipt(timeline, 3))
  background.spawn(receipt(timeline, 5, lost))
  background.spawn(receipt(timeline, 9))
  for (const second of [0, 4, 6, 10]) {
    await timeline.sleep(seconds(second) - timeline.now)
    sizes[`at second ${second}`] = background.size
  }

  expect(
    sizes,
    'Receipts end at second 3, 5 (that one fails) and 9. Whoever is done, well or badly, is ' +
      'not counted any more',
  ).toEqual({ 'at second 0': 3, 'at second 4': 2, 'at second 6': 1, 'at second 10': 0 })
})

test('size goes on counting while drain waits', async ({ timeline }) => {
  const background = new Background()
  const sizes: Record<string, number> = {}

  background.spawn(receipt(timeline, 3))
  background.spawn(receipt(timeline, 9))
  const drained = timeline.outcome('drain', () => background.drain())
  for (const second of [1, 4]) {
    await timeline.sleep(seconds(second) - timeline.now)
    sizes[`at second ${second}`] = background.size
  }
  await drained

  expect(
    sizes,
    'Receipts end at second 3 and 9, and somebody waits in drain. Who is waited for is still ' +
      'running, and counted',
  ).toEqual({ 'at second 1': 2, 'at second 4': 1 })
})

test('drain goes on until nobody is left, whoever comes meanwhile', async ({ timeline }) => {
  await drainOnABusyEvening(timeline)

  expect(timeline).toLookLike(`
    drain      =======x
    receipt 3  ==>
    receipt 4  ...===>
    receipt 5  ====>
    receipt 2  ......=x
  `)
})

test('reports the failure of a job that was spawned while drain waited', async ({ timeline }) => {
  const outcome = await drainOnABusyEvening(timeline)

  expect(outcome).toRejectWithAll([lost])
})

test('a failure is reported once', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 2, lost))
  const first = await timeline.outcome('drain', () => background.drain())
  const second = await timeline.outcome('drain', () => background.drain())
  background.spawn(receipt(timeline, 2, full))
  const third = await timeline.outcome('drain', () => background.drain())

  expect(first).toRejectWithAll([lost])
  expect(
    second,
    'Nothing has happened since the first drain: there is nothing to report',
  ).toResolveTo(undefined)
  expect(third, 'The third drain reports what has failed since the second').toRejectWithAll([full])
})

test('has nothing to wait for when nobody was spawned', async ({ timeline }) => {
  const background = new Background()

  await timeline.outcome('drain', () => background.drain())

  expect(background.size, 'Nobody was spawned: size is 0').toBe(0)
  expect(timeline).toLookLike(`
    drain  |
  `)
})

test('drain resolves when nothing has failed', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 2))
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(outcome).toResolveTo(undefined)
})

test('the same receipt may be sent twice at a time', async ({ timeline }) => {
  const background = new Background()
  const job = receipt(timeline, 3)

  background.spawn(job)
  background.spawn(job)
  const { size } = background
  await timeline.outcome('drain', () => background.drain())

  expect(size, 'The same function was spawned twice: two jobs are running').toBe(2)
  expect(timeline).toLookLike(`
    drain      ==>
    receipt 3  ==>
    receipt 3  ==>
  `)
})

test('two jobs may wait for the same receipt', async ({ timeline }) => {
  const background = new Background()
  const sent = receipt(timeline, 3)()

  background.spawn(() => sent)
  background.spawn(() => sent)
  const { size } = background
  await timeline.outcome('drain', () => background.drain())

  expect(
    [size, background.size],
    'Two jobs were spawned, and both return the same promise: size is 2 then, and 0 after drain',
  ).toEqual([2, 0])
})

test('drain goes on as long as jobs spawn jobs', async ({ timeline }) => {
  const background = new Background()
  const sendAll = async (left: number) => {
    await receipt(timeline, 1)()
    if (left > 1) background.spawn(() => sendAll(left - 1))
  }

  background.spawn(() => sendAll(30))
  await timeline.call('drain', () => background.drain())

  expect(
    timeline,
    'Thirty receipts of a second each, and every one spawns the next. drain looks again until ' +
      'nobody is left, however often',
  ).toEndAt('drain', seconds(30))
})

test('drain waits as long as it takes', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 200))
  await timeline.call('drain', () => background.drain())

  expect(
    timeline,
    'The receipt needs 200 seconds, and nobody has said that drain may leave before',
  ).toEndAt('drain', seconds(200))
})

test('drain is over when the last receipt has been sent, and no later', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 2.1))
  await timeline.call('drain', () => background.drain())

  expect(
    timeline,
    'Have the job itself tell you when it is done, instead of looking now and then',
  ).toEndAt('drain', seconds(2.1), { late: 499 })
})

test('a job may fail before it has made a promise', async ({ timeline }) => {
  const background = new Background()
  const torn = new Error('the receipt is torn')
  const job = () => {
    throw torn
  }

  const answer = await timeline.outcome('answer', () => background.spawn(job))
  await timeline.sleep(seconds(1))
  const { size } = background
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(
    answer,
    'The job throws before it returns a promise. The guest must not hear of that, either: spawn ' +
      'does not throw',
  ).toResolveTo(undefined)
  expect(size, 'The job has thrown; it is not running any more').toBe(0)
  expect(outcome, 'drain reports a job that throws at once like any other').toRejectWithAll([torn])
})

test('reports whatever a job has failed with, even undefined', async ({ timeline }) => {
  const background = new Background()
  const reasons = [...EMPTY, 'no such address', ['ink', 'paper']]

  for (const throws of reasons) {
    background.spawn(timeline.job<undefined>('receipt', seconds(1), { throws }))
  }
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(
    outcome,
    'Who rejects has failed, whatever comes with it: undefined, a string, a list. drain reports ' +
      'all of that, as it is',
  ).toRejectWithAll(reasons, { inAnyOrder: true })
})

test('reports one error for each job that has failed', async ({ timeline }) => {
  const background = new Background()
  const pile = new AggregateError([new Error('no ink'), new Error('no paper')], 'the printer')
  const job = receipt(timeline, 2, lost)
  const sent = receipt(timeline, 3, full)()

  for (const error of [lost, pile]) background.spawn(receipt(timeline, 1, error))
  for (const again of [job, job, () => sent, () => sent]) background.spawn(again)
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(
    outcome,
    'Six jobs have failed: one with an AggregateError of its own, some with the same error as ' +
      'another. Two of them are the same function, and two have returned the same promise. drain ' +
      'reports one error for each job, as the job gave it',
  ).toRejectWithAll([lost, pile, lost, lost, full, full], { inAnyOrder: true })
})

test('keeps two backgrounds apart', async ({ timeline }) => {
  const [mine, yours] = [new Background(), new Background()]

  mine.spawn(receipt(timeline, 3))
  yours.spawn(receipt(timeline, 9))
  const { size } = mine
  await timeline.outcome('drain', () => mine.drain())

  expect(size, 'There are two backgrounds, with one job each').toBe(1)
  expect(timeline).toLookLike(`
    drain      ==>
    receipt 3  ==>
    receipt 9  ========>
  `)
})

test('loses nothing in whatever order the jobs settle', () =>
  everyInterleaving(async (order) => {
    const background = new Background()

    background.spawn(order.job('receipt 1', undefined))
    background.spawn(order.failingJob('receipt 2', lost))
    background.spawn(async () => {
      await order.job('receipt 3', undefined)()
      background.spawn(order.failingJob('receipt 4', full))
    })
    const outcome = await outcomeOf(background.drain())

    expect(outcome).toRejectWithAll([lost, full], { inAnyOrder: true })
    expect(background.size, 'After drain nobody is running').toBe(0)
  }))

withRandomDelays(submission, reference, sendAll)

onTheWallClock(submission, reference, (it, timeline) =>
  sendAll(it, timeline, [3, 7, 1, 2].map(seconds)),
)

/**
 * A receipt for each delay. Every third fails; the last is spawned by the first, at its end.
 * Returns what drain has reported, and what size has shown.
 */
async function sendAll(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
): Promise<unknown> {
  const background = new it.Background()
  const jobs = delays.map((delay, index) =>
    receipt(timeline, delay / seconds(1), index % 3 === 1 ? new Error(`no ${index}`) : undefined),
  )
  const last = jobs.length > 1 ? jobs.pop() : undefined
  for (const [index, job] of jobs.entries()) {
    background.spawn(async () => {
      await job()
      if (index === 0 && last) background.spawn(last)
    })
  }
  const before = background.size
  const outcome = await timeline.outcome('drain', () => background.drain())
  const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined
  const failed =
    reason instanceof AggregateError ? reason.errors.map(String).sort() : endingOf(outcome)
  return { before, after: background.size, failed }
}

/** Receipt 3 spawns receipt 4, and at second 6 a guest asks for receipt 2, which fails. */
async function drainOnABusyEvening(timeline: Timeline) {
  const background = new Background()
  background.spawn(async () => {
    await receipt(timeline, 3)()
    background.spawn(receipt(timeline, 4))
  })
  background.spawn(receipt(timeline, 5))
  const drained = timeline.outcome('drain', () => background.drain())
  await timeline.sleep(seconds(6))
  background.spawn(receipt(timeline, 2, lost))
  return drained
}

/** A receipt that takes so many seconds to send, or to fail. */
const receipt = (timeline: Timeline, takes: number, problem?: Error): (() => Promise<void>) =>
  timeline.job<undefined>(
    `receipt ${takes}`,
    seconds(takes),
    problem ? { throws: problem } : { returns: undefined },
  )
