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
import { withDeadline } from '#exercises/05-time/02-deadline/deadline.ts'
import * as reference from '#reference/05-time/02-deadline/deadline.ts'
import type { Deadline } from '#reference/05-time/02-deadline/deadline.ts'

const submission = { withDeadline }

const burnt = new Error('the cake is burnt')

const isTimeout = (outcome: PromiseSettledResult<unknown>): boolean =>
  outcome.status === 'rejected' &&
  outcome.reason instanceof Error &&
  outcome.reason.name === 'TimeoutError'

/** Fails, with what came instead, unless a call has rejected with a TimeoutError. */
function expectTimeout(outcome: PromiseSettledResult<unknown>, sentence: string): void {
  const what = isTimeout(outcome) ? 'rejected with a TimeoutError' : endingOf(outcome)
  expect(what, sentence).toBe('rejected with a TimeoutError')
}

const LATE =
  'The time is up before the job is done: an error with the name "TimeoutError" should come'

/** A dinner that somebody else has to have ready by second 10; the guests may leave before that. */
class Dinner implements Deadline {
  readonly signal: AbortSignal
  readonly #timeline: Timeline
  readonly #end: number

  constructor(timeline: Timeline, signal: AbortSignal) {
    this.signal = signal
    this.#timeline = timeline
    this.#end = timeline.now + seconds(10)
  }

  left(): number {
    return Math.max(0, this.#end - this.#timeline.now)
  }
}

test('three steps share ten seconds: the third is called off', async ({ timeline }) => {
  const prep = timeline.job('prep', seconds(3))
  const fry = timeline.job('fry', seconds(5))
  const plate = timeline.job('plate', seconds(7))

  await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(10), async (deadline) => {
      await prep(deadline.signal)
      await fry(deadline.signal)
      await plate(deadline.signal)
    }),
  )

  expect(timeline).toLookLike(`
    withDeadline  =========x
    prep          ==>
    fry           ...====>
    plate         ........=!
  `)
})

test('gives the value when all is done in time, and leaves no timer', async ({ timeline }) => {
  const prep = timeline.job('prep', seconds(3))
  const fry = timeline.job('fry', seconds(5), { returns: 'fries' })

  const value = await timeline.call('withDeadline', () =>
    withDeadline(seconds(10), async ({ signal }) => {
      await prep(signal)
      return fry(signal)
    }),
  )

  expect(value).toBe('fries')
  expect(timeline).toLookLike(`
    withDeadline  =======>
    prep          ==>
    fry           ...====>
  `)
})

test('left tells how much time there is, at any moment', async ({ timeline }) => {
  const told: Record<string, number> = {}
  const prep = timeline.job('prep', seconds(3))
  const fry = timeline.job('fry', seconds(5))

  await timeline.call('withDeadline', () =>
    withDeadline(seconds(10), async ({ signal, left }) => {
      told['at second 0'] = Math.round(left() / 10) * 10
      await prep(signal)
      told['at second 3'] = Math.round(left() / 10) * 10
      await fry(signal)
      told['at second 8'] = Math.round(left() / 10) * 10
    }),
  )

  expect(told, 'There are ten seconds in all, and left counts milliseconds. It told').toEqual({
    'at second 0': 10_000,
    'at second 3': 7_000,
    'at second 8': 2_000,
  })
})

test('an inner deadline that is shorter comes first', async ({ timeline }) => {
  const sauce = timeline.job('sauce', seconds(9))
  const plate = timeline.job('plate', seconds(2))

  const outcome = await timeline.outcome('10 for dinner', () =>
    withDeadline(seconds(10), async (dinner) => {
      const made = timeline.start('4 for sauce', () =>
        withDeadline(seconds(4), ({ signal }) => sauce(signal), dinner),
      )
      const ofSauce = await outcomeOf(made)
      await plate(dinner.signal)
      return ofSauce
    }),
  )

  const ofSauce = outcome.status === 'fulfilled' ? outcome.value : outcome
  expectTimeout(ofSauce, LATE)
  expect(timeline).toLookLike(`
    10 for dinner  =====>
    4 for sauce    ===x
    sauce          ===!
    plate          ....=>
  `)
})

test('an inner deadline never prolongs the outer one', async ({ timeline }) => {
  const sauce = timeline.job('sauce', seconds(15))
  const left: number[] = []

  const outcome = await timeline.outcome('10 for dinner', () =>
    withDeadline(seconds(10), (dinner) =>
      timeline.start('20 for sauce', () =>
        withDeadline(
          seconds(20),
          (deadline) => {
            left.push(Math.round(deadline.left() / 10) * 10)
            return sauce(deadline.signal)
          },
          dinner,
        ),
      ),
    ),
  )

  expect(left, 'The sauce is given 20 seconds, within a dinner of 10. left should tell').toEqual([
    10_000,
  ])
  expectTimeout(outcome, LATE)
  expect(timeline).toLookLike(`
    10 for dinner  =========x
    20 for sauce   =========x
    sauce          =========!
  `)
})

test('waits until the job has tidied up before it rejects', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9), { cleanup: seconds(3) })

  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(5), ({ signal }) => bake(signal)),
  )

  expectTimeout(outcome, LATE)
  expect(timeline).toLookLike(`
    withDeadline  =======x
    bake          =======!
  `)
})

test('hands on the error of a job that fails in time', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(3), { throws: burnt })

  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(5), ({ signal }) => bake(signal)),
  )

  expect(outcome, 'The job has failed at second 3 of 5, and that is no timeout').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    withDeadline  ==x
    bake          ==x
  `)
})

test('left is 0 once the time is up, and never less', async ({ timeline }) => {
  const told: number[] = []
  const bake = timeline.job('bake', seconds(9), { cleanup: seconds(3) })

  await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(5), (deadline) =>
      bake(deadline.signal).finally(() => told.push(deadline.left())),
    ),
  )

  expect(told, 'Asked three seconds after the deadline, left tells').toEqual([0])
})

test('what is ready after the deadline is too late', async ({ timeline }) => {
  const bake = timeline.job('bake', seconds(9), { deaf: true, returns: 'bread' })

  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(5), () => bake()),
  )

  expectTimeout(
    outcome,
    'The job does not listen, and has its bread ready at second 9, where 5 was the deadline: a ' +
      'TimeoutError should come',
  )
})

test('when the outer signal is aborted for another reason, that is handed on', async ({
  timeline,
}) => {
  const reason = new Error('the guests have left')
  const { signal } = timeline.controller('guests leave', { after: seconds(2), reason })
  const sauce = timeline.job('sauce', seconds(9))
  const dinner = new Dinner(timeline, signal)

  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(4), (deadline) => sauce(deadline.signal), dinner),
  )

  expect(
    outcome,
    'The outer signal is aborted at second 2, for a reason of its own. withDeadline should reject with it',
  ).toRejectWith(reason)
  expect(timeline).toLookLike(`
    withDeadline  =x
    sauce         =!
    guests leave  ..|
  `)
})

test('whoever left first counts, and for whatever reason', async ({ timeline }) => {
  for (const value of EMPTY) {
    const { signal } = timeline.controller('guests leave', { after: seconds(2), reason: value })
    const sauce = timeline.job('sauce', seconds(9), { cleanup: seconds(5) })
    const dinner = new Dinner(timeline, signal)

    const outcome = await timeline.outcome('withDeadline', () =>
      withDeadline(seconds(4), (deadline) => sauce(deadline.signal), dinner),
    )

    expect(
      outcome,
      `The guests leave at second 2, with abort(${inWords(value)}). While the cook is tidying up, the time is up, ` +
        'too. withDeadline should reject with the reason for which they have left',
    ).toRejectWith(signal.reason)
  }
})

test('whoever has left is not served, even if the cook does not listen', async ({ timeline }) => {
  for (const value of EMPTY) {
    const { signal } = timeline.controller('guests leave', { after: seconds(2), reason: value })
    const stew = timeline.job('stew', seconds(3), { deaf: true })
    const dinner = new Dinner(timeline, signal)

    const outcome = await timeline.outcome('withDeadline', () =>
      withDeadline(seconds(4), () => stew(), dinner),
    )

    expect(
      outcome,
      `The guests leave at second 2, with abort(${inWords(value)}), and the stew is ready at 3 all the same`,
    ).toRejectWith(signal.reason)
  }
})

test('hands on an AbortError and a TimeoutError of the job itself', async ({ timeline }) => {
  for (const name of ['AbortError', 'TimeoutError']) {
    const own = new DOMException('of a job within the job', name)
    const job = timeline.job<unknown>('job', seconds(1), { throws: own })

    const outcome = await timeline.outcome('withDeadline', () =>
      withDeadline(seconds(5), ({ signal }) => job(signal)),
    )

    expect(
      outcome,
      `The job rejects at second 1 of 5 with an error of its own, named ${name}`,
    ).toRejectWith(own)
  }
})

test('an outer signal that was aborted before is heard, too', async ({ timeline }) => {
  const reason = new Error('the guests have left')
  const sauce = timeline.job('sauce', seconds(3))
  const guests = timeline.controller('guests leave')
  guests.abort(reason)
  const dinner = new Dinner(timeline, guests.signal)

  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(4), (deadline) => sauce(deadline.signal), dinner),
  )

  expect(outcome, 'The outer signal was aborted before the call').toRejectWith(reason)
  expect(timeline, 'The outer signal was aborted before the call').toEndAt(
    'withDeadline',
    seconds(0),
  )
})

test('leaves the outer signal as it found it', async ({ timeline }) => {
  const { signal } = timeline.controller('guests')
  const onabort = () => undefined
  signal.onabort = onabort
  const dinner = new Dinner(timeline, signal)
  const sauce = timeline.job('sauce', seconds(3))

  await timeline.call('withDeadline', () =>
    withDeadline(seconds(4), (deadline) => sauce(deadline.signal), dinner),
  )

  expect(
    signal.onabort === onabort,
    "Is the outer signal's onabort still the one of its owner",
  ).toBe(true)
  signal.onabort = null
})

test('two deadlines at once know nothing of each other', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(4))
  const cake = timeline.job('cake', seconds(9))

  const first = timeline.outcome('2 for cake', () =>
    withDeadline(seconds(2), ({ signal }) => cake(signal)),
  )
  await timeline.sleep(seconds(1))
  const second = timeline.outcome('5 for soup', () =>
    withDeadline(seconds(5), ({ signal }) => soup(signal)),
  )
  const outcomes = [await first, await second] as const

  expectTimeout(outcomes[0], LATE)
  expect(outcomes[1], 'The soup needs 4 of its 5 seconds').toResolveTo('soup')
  expect(timeline).toLookLike(`
    2 for cake  =x
    cake        =!
    5 for soup  .===>
    soup        .===>
  `)
})

test('a job that throws at once has failed like any other', async ({ timeline }) => {
  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(seconds(5), () => {
      throw burnt
    }),
  )

  expect(outcome, 'The job throws before it returns a promise').toRejectWith(burnt)
})

test('keeps Node open for a job that waits for its signal only', async ({ timeline }) => {
  const outcome = await timeline.outcome('withDeadline', () =>
    withDeadline(
      seconds(5),
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        }),
    ),
  )

  expectTimeout(outcome, LATE)
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  for (const value of EMPTY) {
    const works = timeline.job<unknown>('works', seconds(1), { returns: value })
    const fails = timeline.job<unknown>('fails', seconds(1), { throws: value })

    const good = await timeline.outcome('works in time', () =>
      withDeadline(seconds(5), () => works()),
    )
    const bad = await timeline.outcome('fails in time', () =>
      withDeadline(seconds(5), () => fails()),
    )

    expect(good, `The job resolves in time to ${inWords(value)}`).toResolveTo(value)
    expect(bad, `The job rejects in time with ${inWords(value)}`).toRejectWith(value)
  }
})

test('whatever ends first, each call has the outcome of its own job', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const all = timeline.outcome('dinner', () =>
      withDeadline(seconds(3_600), async (dinner) => {
        const jobs = [job('soup', 'soup'), failingJob('cake', burnt), job('tea', 'tea')]
        return Promise.allSettled(
          jobs.map((one) => withDeadline<unknown>(seconds(60), () => one(), dinner)),
        )
      }),
    )

    const outcome = await all
    const ends = outcome.status === 'fulfilled' ? outcome.value.map(endingOf) : endingOf(outcome)
    expect(ends, 'Three inner deadlines in an outer one; how they end').toEqual([
      "resolved to 'soup'",
      'rejected with Error: the cake is burnt',
      "resolved to 'tea'",
    ])
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => cook(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => cook(it, timeline, [3, 5, 7].map(seconds)))

/** One step after the other within 10.5 seconds, and for each of them no more than 6.2. */
async function cook(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const steps: string[] = []
  const outcome = await timeline.outcome('all', () =>
    it.withDeadline(seconds(10.5), async (whole) => {
      for (const [index, delay] of delays.entries()) {
        const step = timeline.job(`step ${index}`, delay)
        const one = await outcomeOf(
          timeline.start(`limit ${index}`, () =>
            it.withDeadline(seconds(6.2), ({ signal }) => step(signal), whole),
          ),
        )
        steps.push(isTimeout(one) ? 'late' : endingOf(one))
        if (whole.signal.aborted) throw whole.signal.reason
      }
    }),
  )
  return [...steps, isTimeout(outcome) ? 'late' : endingOf(outcome)]
}
