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
import { withTimeout } from '#exercises/05-time/01-timeout/timeout.ts'
import * as reference from '#reference/05-time/01-timeout/timeout.ts'

const submission = { withTimeout }

const burnt = new Error('the cake is burnt')

const LATE = 'The limit is 5 seconds. An error with the name "TimeoutError" should come'

/** Whether a call has rejected with an error that is called TimeoutError. */
const isTimeout = (outcome: PromiseSettledResult<unknown>): boolean =>
  outcome.status === 'rejected' &&
  outcome.reason instanceof Error &&
  outcome.reason.name === 'TimeoutError'

/** Fails, with what came instead, unless a call has rejected with a TimeoutError. */
function expectTimeout(outcome: PromiseSettledResult<unknown>, sentence: string): void {
  const what = isTimeout(outcome) ? 'rejected with a TimeoutError' : endingOf(outcome)
  expect(what, sentence).toBe('rejected with a TimeoutError')
}

test('gives the value when the job is done in time, and leaves no timer', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(3), { returns: 'bread' })

  const value = await timeline.call('withTimeout', () => withTimeout(seconds(5), bake))

  expect(value).toBe('bread')
  expect(timeline).toLookLike(`
    withTimeout  ==>
    bake         ==>
  `)
})

test('calls the job off when its time is up, and rejects', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9))

  await timeline.outcome('withTimeout', () => withTimeout(seconds(5), bake))

  expect(timeline).toLookLike(`
    withTimeout  ====x
    bake         ====!
  `)
})

test('waits until the job has tidied up before it rejects', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9), { cleanup: seconds(3) })

  const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), bake))

  expectTimeout(outcome, LATE)
  expect(timeline).toLookLike(`
    withTimeout  =======x
    bake         =======!
  `)
})

test('five means five: what is ready later is too late', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9), { deaf: true, returns: 'bread' })

  const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), bake))

  expectTimeout(outcome, `The job does not listen, and has its bread ready at second 9. ${LATE}`)
  expect(timeline).toLookLike(`
    withTimeout  ========x
    bake         ========>
  `)
})

test('an AbortError of the job says only that it has heard: its time was up', async ({
  timeline,
}) => {
  const outcome = await timeline.outcome('withTimeout', () =>
    withTimeout(
      seconds(5),
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
        }),
    ),
  )

  expectTimeout(
    outcome,
    'The job ends with an AbortError when its signal is aborted, as the timers of Node do. The time was up: a ' +
      'TimeoutError should come',
  )
})

test('hands on the error of a job that fails in time', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(3), { throws: burnt })

  const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), bake))

  expect(outcome, 'The job has failed at second 3, and only a timeout is a timeout').toRejectWith(
    burnt,
  )
  expect(timeline).toLookLike(`
    withTimeout  ==x
    bake         ==x
  `)
})

test('two limits at once know nothing of each other', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(4))
  const cake = timeline.job('cake', seconds(9))

  const [first, second] = await Promise.all([
    timeline.outcome('5 for soup', () => withTimeout(seconds(5), soup)),
    timeline.outcome('3 for cake', () => withTimeout(seconds(3), cake)),
  ])

  expect(first, 'The soup needs 4 of its 5 seconds').toResolveTo('soup')
  expectTimeout(second, 'The cake needs 9 seconds, and has 3: a TimeoutError should come')
  expect(timeline).toLookLike(`
    5 for soup  ===>
    soup        ===>
    3 for cake  ==x
    cake        ==!
  `)
})

test('starts the job once, at once, with a signal that is still silent', async ({ timeline }) => {
  const signals: boolean[] = []
  const bake = timeline.job('bake', seconds(3))

  await timeline.call('withTimeout', () =>
    withTimeout(seconds(5), (signal) => {
      signals.push(signal.aborted)
      return bake(signal)
    }),
  )

  expect(
    signals,
    'One entry for each call of the job: whether its signal was aborted already. There should be',
  ).toEqual([false])
  expect(timeline).toStartAt('bake', seconds(0))
})

test('a job that throws at once has failed like any other', async ({ timeline }) => {
  const outcome = await timeline.outcome('withTimeout', () =>
    withTimeout(seconds(5), () => {
      throw burnt
    }),
  )

  expect(outcome, 'The job throws before it returns a promise').toRejectWith(burnt)
})

test('rejects, and never throws', async ({ timeline }) => {
  let promise: Promise<unknown> | undefined

  expect(() => {
    promise = withTimeout(seconds(5), () => {
      throw burnt
    })
  }, 'The job throws at once. withTimeout returns a promise all the same, and lets that reject').toThrowNothing()
  await timeline.outcome('withTimeout', () => promise)
})

test('waits for the job as long as it takes to tidy up', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9), { cleanup: seconds(3_600) })

  await timeline.outcome('withTimeout', () => withTimeout(seconds(5), bake))

  expect(
    timeline,
    'Called off at second 5, the oven needs an hour to cool down, and somebody has to wait for that',
  ).toEndAt('withTimeout', seconds(3_605))
})

test('keeps Node open for a job that waits for its signal only', async ({ timeline }) => {
  const outcome = await timeline.outcome('withTimeout', () =>
    withTimeout(
      seconds(5),
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        }),
    ),
  )

  expectTimeout(outcome, LATE)
})

test('takes an empty value for a value, and hands it on as it is', async ({ timeline }) => {
  const cake = { for: 'table 7' }
  for (const value of [...EMPTY, cake]) {
    const job = timeline.job<unknown>('job', seconds(1), { returns: value })

    const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), job))

    expect(outcome, `The job resolves in time to ${inWords(value)}`).toResolveTo(value)
  }
})

test('takes an empty error for an error', async ({ timeline }) => {
  for (const value of EMPTY) {
    const job = timeline.job<unknown>('job', seconds(1), { throws: value })

    const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), job))

    expect(outcome, `The job rejects in time with ${inWords(value)}`).toRejectWith(value)
  }
})

test('hands on a TimeoutError and an AbortError of the job itself', async ({ timeline }) => {
  for (const name of ['TimeoutError', 'AbortError']) {
    const own = new DOMException('of a job within the job', name)
    const job = timeline.job<unknown>('job', seconds(1), { throws: own })

    const outcome = await timeline.outcome('withTimeout', () => withTimeout(seconds(5), job))

    expect(
      outcome,
      `The job rejects at second 1 with an error of its own, named ${name}`,
    ).toRejectWith(own)
  }
})

test('counts fractions of a second', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(0.25))
  const cake = timeline.job('cake', seconds(0.75))

  const first = await timeline.outcome('half for soup', () => withTimeout(seconds(0.5), soup))
  const second = await timeline.outcome('half for cake', () => withTimeout(seconds(0.5), cake))

  expect(first, 'The soup needs 0.25 of its 0.5 seconds').toResolveTo('soup')
  expectTimeout(second, 'The cake needs 0.75 seconds, and has 0.5: a TimeoutError should come')
})

test('whatever ends first, each call has the outcome of its own job', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const jobs = [job('soup', 'soup'), failingJob('cake', burnt), job('tea', undefined)]
    const outcomes = jobs.map((one, index) =>
      timeline.outcome(`call ${index + 1}`, () => withTimeout<unknown>(seconds(3_600), one)),
    )

    const [soup, cake, tea] = await Promise.all(outcomes)

    expect(soup, 'soup').toResolveTo('soup')
    expect(cake, 'cake').toRejectWith(burnt)
    expect(tea, 'tea').toResolveTo(undefined)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => bakeAll(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  bakeAll(it, timeline, [3, 9, 1].map(seconds)),
)

/** All at once, each with a limit of 5.5 seconds; every second one needs one more to tidy up. */
async function bakeAll(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const outcomes = delays.map((delay, index) => {
    const job = timeline.job(`job ${index}`, delay, { cleanup: (index % 2) * seconds(2) })
    return timeline.outcome(`limit ${index}`, () => it.withTimeout(seconds(5.5), job))
  })
  return (await Promise.all(outcomes)).map((one) => (isTimeout(one) ? 'late' : endingOf(one)))
}
