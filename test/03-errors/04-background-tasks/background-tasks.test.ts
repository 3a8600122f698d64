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
import { Background } from '#exercises/03-errors/04-background-tasks/background-tasks.ts'
import * as reference from '#reference/03-errors/04-background-tasks/background-tasks.ts'

const submission = { Background }

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

test('a failure stays in the background until drain reports it', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 3))
  background.spawn(receipt(timeline, 5, new Error('no such address')))
  background.spawn(receipt(timeline, 9))
  await timeline.outcome('drain', () => background.drain())

  expect(timeline).toLookLike(
    `
    drain      ========x
    receipt 3  ==>
    receipt 5  ====x
    receipt 9  ========>
    `,
    {
      sentence:
        'Receipt 5 cannot be sent. drain waits for the others all the same, and is rejected when ' +
        'the last of them is done.',
    },
  )
})

test('reports all that has failed, in one AggregateError', async ({ timeline }) => {
  const [lost, full] = [new Error('no such address'), new Error('the mailbox is full')]
  const one = new Background()
  const two = new Background()

  one.spawn(receipt(timeline, 3))
  one.spawn(receipt(timeline, 5, lost))
  const first = await timeline.outcome('drain', () => one.drain())
  two.spawn(receipt(timeline, 5, lost))
  two.spawn(receipt(timeline, 1, full))
  const second = await timeline.outcome('drain', () => two.drain())

  expectReported(first, [lost])
  expectReported(second, [lost, full])
})

test('the guest does not wait for the receipt', async ({ timeline }) => {
  const background = new Background()

  await timeline.call('answer', async () => {
    await (background.spawn(receipt(timeline, 3)) as unknown)
  })

  expect(timeline).toLookLike(
    `
    answer     |
    receipt 3  ==>
    `,
    {
      sentence:
        'spawn starts the job at once and is done at once; the receipt is sent while the guest ' +
        'is eating. Nobody has called drain here.',
      ...whyGuestWaits(timeline),
    },
  )
})

test('nobody has to listen when a receipt fails', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 1, new Error('no such address')))
  await timeline.sleep(seconds(2))

  expect(timeline).toLookLike(`
    receipt 1  x
  `)
})

test('a failure of long ago is reported, too', async ({ timeline }) => {
  const background = new Background()
  const lost = new Error('no such address')

  background.spawn(receipt(timeline, 1, lost))
  background.spawn(receipt(timeline, 2))
  await timeline.sleep(seconds(4))
  const outcome = await timeline.outcome('drain', () => background.drain())

  expectReported(
    outcome,
    [lost],
    'The receipt failed at second 1, and drain is called at second 4. It still has to report it.',
  )
})

test('size tells how many are still running', async ({ timeline }) => {
  const background = new Background()
  const sizes: Record<string, number> = {}

  background.spawn(receipt(timeline, 3))
  background.spawn(receipt(timeline, 5, new Error('no such address')))
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

test('drain waits for jobs that are spawned while it waits', async ({ timeline }) => {
  const background = new Background()
  const lost = new Error('no such address')

  background.spawn(async () => {
    await receipt(timeline, 3)()
    background.spawn(receipt(timeline, 4))
  })
  background.spawn(receipt(timeline, 5))
  const drained = timeline.outcome('drain', () => background.drain())
  await timeline.sleep(seconds(6))
  background.spawn(receipt(timeline, 2, lost))
  const outcome = await drained

  const sentence =
    'Receipt 3 spawns receipt 4, and at second 6 a guest asks for receipt 2, which fails. drain ' +
    'goes on until nobody is left.'
  expect(timeline).toLookLike(
    `
    drain      =======x
    receipt 3  ==>
    receipt 4  ...===>
    receipt 5  ====>
    receipt 2  ......=x
    `,
    { sentence },
  )
  expectReported(outcome, [lost], sentence)
})

test('a failure is reported once', async ({ timeline }) => {
  const background = new Background()
  const [lost, full] = [new Error('no such address'), new Error('the mailbox is full')]

  background.spawn(receipt(timeline, 2, lost))
  const first = await timeline.outcome('drain', () => background.drain())
  const second = await timeline.outcome('drain', () => background.drain())
  background.spawn(receipt(timeline, 2, full))
  const third = await timeline.outcome('drain', () => background.drain())

  expectReported(first, [lost])
  expect(second, 'Nothing has happened since the first drain: there is nothing to report').toEqual({
    status: 'fulfilled',
    value: undefined,
  })
  expectReported(third, [full], 'The third drain reports what has failed since the second.')
})

test('has nothing to wait for when nobody was spawned', async ({ timeline }) => {
  const background = new Background()

  await timeline.outcome('drain', () => background.drain())

  expect(background.size, 'Nobody was spawned: size is 0').toBe(0)
  expect(timeline).toLookLike(
    `
    drain  |
    `,
    { sentence: 'Without jobs there is nothing to wait for.' },
  )
})

test('drain resolves when nothing has failed', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 2))
  const outcome = await timeline.outcome('drain', () => background.drain())

  expect(outcome, 'The receipt was sent, and nothing has failed: drain resolves').toEqual({
    status: 'fulfilled',
    value: undefined,
  })
})

test('the same receipt may be sent twice at a time', async ({ timeline }) => {
  const background = new Background()
  const job = receipt(timeline, 3)

  background.spawn(job)
  background.spawn(job)
  const size = background.size
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
  await timeline.start('drain', () => background.drain())

  expect(
    Math.round(timeline.now / seconds(1)),
    'Thirty receipts of a second each, and every one spawns the next. drain looks again until ' +
      'nobody is left, however often. The second at which drain was over',
  ).toBe(30)
})

test('drain waits as long as it takes', async ({ timeline }) => {
  const background = new Background()

  background.spawn(receipt(timeline, 200))
  await timeline.start('drain', () => background.drain())

  expect(
    Math.round(timeline.now / seconds(1)),
    'The receipt needs 200 seconds, and nobody has said that drain may leave before. The second ' +
      'at which drain was over',
  ).toBe(200)
})

test('drain is over when the last receipt has been sent, not a second later', async ({
  timeline,
}) => {
  const background = new Background()

  background.spawn(receipt(timeline, 2.1))
  await timeline.start('drain', () => background.drain())

  expect(
    timeline.now - seconds(2.1),
    'Have the job itself tell you when it is done, instead of looking now and then. Milliseconds ' +
      'from the end of the last job until drain was over',
  ).toBeLessThan(500)
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
  ).toEqual({ status: 'fulfilled', value: undefined })
  expect(size, 'The job has thrown; it is not running any more').toBe(0)
  expectReported(outcome, [torn], 'drain reports a job that throws at once like any other.')
})

test('reports whatever a job has failed with, even undefined', async ({ timeline }) => {
  const background = new Background()
  const reasons = [undefined, null, 0, '', false, 'no such address', ['ink', 'paper']]

  for (const reason of reasons) {
    const job = timeline.job<undefined>('receipt', seconds(1), { throws: reason })
    background.spawn(() => job())
  }
  const outcome = await timeline.outcome('drain', () => background.drain())

  expectReported(
    outcome,
    reasons,
    'Who rejects has failed, whatever comes with it: undefined, a string, a list. drain reports ' +
      'all of that, as it is.',
  )
})

test('reports one error for each job that has failed', async ({ timeline }) => {
  const background = new Background()
  const lost = new Error('no such address')
  const full = new Error('the mailbox is full')
  const pile = new AggregateError([new Error('no ink'), new Error('no paper')], 'the printer')
  const job = receipt(timeline, 2, lost)
  const sent = receipt(timeline, 3, full)()

  for (const error of [lost, pile]) background.spawn(receipt(timeline, 1, error))
  for (const again of [job, job, () => sent, () => sent]) background.spawn(again)
  const outcome = await timeline.outcome('drain', () => background.drain())

  expectReported(
    outcome,
    [lost, pile, lost, lost, full, full],
    'Six jobs have failed: one with an AggregateError of its own, some with the same error as ' +
      'another. Two of them are the same function, and two have returned the same promise. drain ' +
      'reports one error for each job, as the job gave it.',
  )
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
    const [lost, full] = [new Error('no such address'), new Error('the mailbox is full')]

    background.spawn(order.job('receipt 1', undefined))
    background.spawn(order.failingJob('receipt 2', lost))
    background.spawn(async () => {
      await order.job('receipt 3', undefined)()
      background.spawn(order.failingJob('receipt 4', full))
    })
    const [outcome] = await Promise.allSettled([background.drain()])

    expectReported(outcome, [lost, full])
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
  const jobs = delays.map((delay, index) => {
    const name = `receipt ${index + 1}`
    return timeline.job<undefined>(
      name,
      delay,
      index % 3 === 1 ? { throws: new Error(name) } : { returns: undefined },
    )
  })
  const last = jobs.length > 1 ? jobs.pop() : undefined
  for (const [index, job] of jobs.entries()) {
    background.spawn(async () => {
      await job()
      if (index === 0 && last) background.spawn(() => last())
    })
  }
  const before = background.size
  const failed = await timeline
    .call('drain', () => background.drain())
    .then(
      () => [],
      (reason: unknown) => {
        if (reason instanceof AggregateError) return reason.errors.map(String).sort()
        throw reason
      },
    )
  return { before, after: background.size, failed }
}

/** A receipt that takes so many seconds to send, or to fail. */
function receipt(timeline: Timeline, takes: number, problem?: Error): () => Promise<void> {
  const job = timeline.job<undefined>(
    `receipt ${takes}`,
    seconds(takes),
    problem ? { throws: problem } : { returns: undefined },
  )
  return () => job()
}

/** Why a call of spawn took its time, or did nothing; the recording alone does not know. */
function whyGuestWaits({ spans }: Timeline): { cause?: string } {
  const answer = spans.find((span) => span.label === 'answer')
  if (!spans.some((span) => span.kind === 'job')) {
    return { cause: 'the job was kept somewhere, and not started.' }
  }
  return answer?.end === answer?.start
    ? {}
    : { cause: 'spawn returned a promise for the job, and so its caller waits for the job.' }
}

/** Fails unless drain was rejected with an AggregateError of these errors, in whatever order. */
function expectReported(
  outcome: PromiseSettledResult<void>,
  errors: unknown[],
  sentence = 'drain is rejected with one AggregateError, and its errors are those of the jobs.',
): void {
  if (outcome.status === 'fulfilled') {
    expect.fail(`${sentence} But drain was resolved, and has reported nothing.`)
  }
  const reason: unknown = outcome.reason
  if (!(reason instanceof AggregateError)) {
    expect.fail(`${sentence} What came is no AggregateError, but ${inWords(reason)}`)
  }
  const missing = [...errors]
  const strange = reason.errors.filter((error) => {
    const place = missing.indexOf(error)
    if (place >= 0) missing.splice(place, 1)
    return place < 0
  })
  if (missing.length > 0 || strange.length > 0) {
    expect.fail(
      `${sentence}\nWhat is missing: ${listed(missing)}\nWhat none of its jobs has failed with: ${listed(strange)}` +
        (listed(missing) === listed(strange)
          ? '\nThe words are the same, the objects are not.'
          : ''),
    )
  }
}

const listed = (errors: unknown[]): string => errors.map(inWords).sort().join(', ') || 'nothing'

const inWords = (error: unknown): string =>
  error instanceof Error ? String(error) : inspect(error)
