import {
  EMPTY,
  countOf,
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
import { retry } from '#exercises/05-time/03-retry/retry.ts'
import * as reference from '#reference/05-time/03-retry/retry.ts'

const submission = { retry }

const busy = new Error('the line is busy')
const closed = new Error('the shop is closed for good')

/** Four attempts, with pauses of 1, 2 and 4 seconds. */
const FOUR = { attempts: 4, base: seconds(1), factor: 2 }

/** A call that takes a second and fails, each time with the next of these errors, then succeeds. */
function phoning(timeline: Timeline, errors: readonly unknown[], returns: unknown = 'five fish') {
  let count = 0
  return (signal?: AbortSignal): Promise<unknown> => {
    count += 1
    const outcome = count <= errors.length ? { throws: errors[count - 1] } : { returns }
    return timeline.job<unknown>(`call ${count}`, seconds(1), outcome)(signal)
  }
}

test('tries four times, with pauses that double, and gives up without a last pause', async ({
  timeline,
}) => {
  const call = phoning(timeline, [busy, busy, busy, busy, busy])

  await timeline.outcome('retry', () => retry(call, FOUR))

  expect(timeline).toLookLike(`
    retry   ==========x
    call 1  x
    call 2  ..x
    call 3  .....x
    call 4  ..........x
  `)
})

test('rejects with the last error, as it is', async ({ timeline }) => {
  const last = new Error('no answer at all')
  const call = phoning(timeline, [busy, busy, busy, last])

  const outcome = await timeline.outcome('retry', () => retry(call, FOUR))

  expect(outcome, 'Three calls fail with "the line is busy", the last one otherwise').toRejectWith(
    last,
  )
})

test('is done as soon as one attempt succeeds', async ({ timeline }) => {
  const call = phoning(timeline, [busy, busy])

  const value = await timeline.call('retry', () => retry(call, FOUR))

  expect(value).toBe('five fish')
  expect(timeline).toLookLike(`
    retry   =====>
    call 1  x
    call 2  ..x
    call 3  .....>
  `)
})

test('does not try again what is no use', async ({ timeline }) => {
  const call = phoning(timeline, [busy, closed, busy])
  const isFatal = (error: unknown) => error === closed

  const outcome = await timeline.outcome('retry', () => retry(call, { ...FOUR, isFatal }))

  expect(outcome, 'isFatal says of the second error that it is no use to try again').toRejectWith(
    closed,
  )
  expect(timeline).toLookLike(`
    retry   ==x
    call 1  x
    call 2  ..x
  `)
})

test('one attempt is one, and there is no pause', async ({ timeline }) => {
  const call = phoning(timeline, [busy, busy])

  const outcome = await timeline.outcome('retry', () => retry(call, { ...FOUR, attempts: 1 }))

  expect(outcome).toRejectWith(busy)
  expect(timeline).toLookLike(`
    retry   x
    call 1  x
  `)
})

test('lets jitter decide how long each pause is', async ({ timeline }) => {
  const asked: number[] = []
  const call = phoning(timeline, [busy, busy, busy, busy])
  const jitter = (ms: number) => {
    asked.push(ms)
    return seconds(3)
  }

  await timeline.outcome('retry', () => retry(call, { ...FOUR, jitter }))

  expect(
    asked,
    'jitter is asked once before each pause, and told how long it would be. It was told',
  ).toEqual([seconds(1), seconds(2), seconds(4)])
  expect(timeline).toLookLike(`
    retry   ============x
    call 1  x
    call 2  ....x
    call 3  ........x
    call 4  ............x
  `)
})

test('a pause of no length is no pause', async ({ timeline }) => {
  const call = phoning(timeline, [busy, busy, busy, busy])

  await timeline.outcome('retry', () => retry(call, { ...FOUR, jitter: () => 0 }))

  expect(timeline, 'jitter returns 0 each time, and each of four calls takes a second').toEndAt(
    'retry',
    seconds(4),
    { late: 9 },
  )
})

test('an AbortError of an attempt is a failure like any other', async ({ timeline }) => {
  const own = new DOMException('the other side has hung up', 'AbortError')
  const call = phoning(timeline, [own, own])

  const outcome = await timeline.outcome('retry', () => retry(call, FOUR))

  expect(
    outcome,
    'Two calls fail with an AbortError, though nobody has aborted anything',
  ).toResolveTo('five fish')
})

test('whoever leaves in a pause may do so for any reason', async ({ timeline }) => {
  for (const value of EMPTY) {
    const { signal } = timeline.controller('they leave', { after: seconds(1.5), reason: value })

    const outcome = await timeline.outcome('retry', () =>
      retry(phoning(timeline, [busy, busy, busy, busy]), { ...FOUR, signal }),
    )

    expect(outcome, `The signal is aborted with abort(${inWords(value)}) in a pause`).toRejectWith(
      signal.reason,
    )
  }
})

test('the customer leaves during a pause: nothing is tried any more', async ({ timeline }) => {
  const call = phoning(timeline, [busy, busy, busy, busy])
  const reason = new Error('they have bought their fish elsewhere')
  const { signal } = timeline.controller('they leave', {
    after: seconds(4),
    reason,
    alsoWhenAborted: true,
  })

  const outcome = await timeline.outcome('retry', () => retry(call, { ...FOUR, signal }))

  expect(
    outcome,
    "The signal is aborted in a pause: retry rejects with the signal's reason",
  ).toRejectWith(reason)
  expect(timeline).toLookLike(`
    retry       ===x
    call 1      x
    call 2      ..x
    they leave  ....|
  `)
})

test('the customer leaves during an attempt, which is told', async ({ timeline }) => {
  const reason = new Error('they have bought their fish elsewhere')
  const { signal } = timeline.controller('they leave', { after: seconds(2), reason })
  const call = timeline.job('call', seconds(5))

  const outcome = await timeline.outcome('retry', () => retry(call, { ...FOUR, signal }))

  expect(outcome, 'The signal is aborted during an attempt').toRejectWith(reason)
  expect(timeline).toLookLike(`
    retry       =x
    call        =!
    they leave  ..|
  `)
})

test('an attempt that does not listen is the last one, too', async ({ timeline }) => {
  const { signal } = timeline.controller('they leave', { after: seconds(0.5) })
  const call = timeline.job<string>('call', seconds(1), { deaf: true, throws: busy })

  await timeline.outcome('retry', () => retry(call, { ...FOUR, signal }))

  const sentence = 'The signal is aborted during the first attempt, which goes on until second 1'
  expect(timeline, sentence).toStart('call', 1)
  expect(timeline, sentence).toEndAt('retry', seconds(1))
})

test('nothing is tried when the customer had left before', async ({ timeline }) => {
  const reason = new Error('they have bought their fish elsewhere')
  const they = timeline.controller('they leave')
  they.abort(reason)
  const call = phoning(timeline, [])

  const outcome = await timeline.outcome('retry', () =>
    retry(call, { ...FOUR, signal: they.signal }),
  )

  expect(outcome, 'The signal was aborted before the call').toRejectWith(reason)
  expect(timeline, 'The signal was aborted before the call').toStart('call 1', 0)
})

test('leaves the signal as it found it', async ({ timeline }) => {
  const { signal } = timeline.controller('they')
  const onabort = () => undefined
  signal.onabort = onabort
  const call = phoning(timeline, [busy, busy])

  await timeline.call('retry', () => retry(call, { ...FOUR, signal }))

  expect(signal.onabort === onabort, "Is the signal's onabort still the one of its owner").toBe(
    true,
  )
  signal.onabort = null
})

test('gives each attempt a signal, also where the caller has none', async ({ timeline }) => {
  const given: boolean[] = []
  const call = phoning(timeline, [busy])

  await timeline.call('retry', () =>
    retry((signal) => {
      given.push(signal instanceof AbortSignal && !signal.aborted)
      return call(signal)
    }, FOUR),
  )

  expect(
    given,
    'retry was called without a signal. Was each attempt given one all the same, not aborted?',
  ).toEqual([true, true])
})

test('what is thrown at once is tried again like any other failure', async ({ timeline }) => {
  const call = phoning(timeline, [])
  let count = 0

  const outcome = await timeline.outcome('retry', () =>
    retry((signal) => {
      count += 1
      if (count < 3) throw busy
      return call(signal)
    }, FOUR),
  )

  expect(outcome, 'The first two attempts throw before there is a promise').toResolveTo('five fish')
})

test('rejects, and never throws', async ({ timeline }) => {
  let promise: Promise<unknown> | undefined

  expect(() => {
    promise = retry(
      () => {
        throw busy
      },
      { ...FOUR, attempts: 1 },
    )
  }, 'The job throws at once. retry returns a promise all the same, and lets that reject').toThrowNothing()
  await timeline.outcome('retry', () => promise)
})

test('an empty value is a success, and handed on as it is', async ({ timeline }) => {
  const fish = { count: 5 }
  for (const value of [...EMPTY, fish]) {
    const call = timeline.job<unknown>(`call for ${inWords(value)}`, seconds(1), { returns: value })

    const outcome = await timeline.outcome('retry', () => retry(call, FOUR))

    expect(outcome, `The first attempt resolves to ${inWords(value)}`).toResolveTo(value)
    expect(timeline, 'The first attempt has succeeded').toStart(`call for ${inWords(value)}`, 1)
  }
})

test('an empty error is a failure', async ({ timeline }) => {
  for (const value of EMPTY) {
    const label = `call, failing with ${inWords(value)}`
    const call = timeline.job<unknown>(label, seconds(1), { throws: value })

    const outcome = await timeline.outcome('retry', () => retry(call, { ...FOUR, attempts: 2 }))

    expect(outcome, `Both attempts reject with ${inWords(value)}`).toRejectWith(value)
    expect(timeline, `The first attempt rejects with ${inWords(value)}`).toStart(label, 2)
  }
})

test('pauses may be of equal length, of none, and of fractions', async ({ timeline }) => {
  const starts = async (base: number, factor: number) => {
    const begun: number[] = []
    const from = timeline.now
    await timeline.outcome(`pauses of ${base}, times ${factor}`, () =>
      retry(
        () => {
          begun.push(timeline.now - from)
          return Promise.reject<string>(busy)
        },
        { attempts: 4, base, factor },
      ),
    )
    return begun.map((ms) => Math.round(ms / 50) * 50)
  }

  const of = 'the attempts start after these milliseconds'
  expect(await starts(2_000, 1), `With a base of 2,000 and a factor of 1, ${of}`).toEqual([
    0, 2_000, 4_000, 6_000,
  ])
  expect(await starts(0, 2), `With a base of 0, ${of}`).toEqual([0, 0, 0, 0])
  expect(await starts(500, 1.5), `With a base of 500 and a factor of 1.5, ${of}`).toEqual([
    0, 500, 1_250, 2_400,
  ])
})

test('two who try at once know nothing of each other, nor does one who tries later', async ({
  timeline,
}) => {
  const options = Object.freeze({ ...FOUR })
  const three = (name: string) => timeline.job<string>(name, seconds(1), { throws: busy })

  const both = ['fish', 'bread'].map((name) =>
    timeline.outcome(`retry ${name}`, () => retry(three(name), options)),
  )
  await Promise.all(both)
  const later = timeline.now
  await timeline.outcome('later', () => retry(three('salt'), options))

  const sentence = 'Three calls of retry with the same options. How often each job was tried'
  expect(
    ['fish', 'bread', 'salt'].map((name) => countOf(timeline, name)),
    sentence,
  ).toEqual([4, 4, 4])
  expect(timeline, 'Whoever tries later begins with the short pause again').toEndAt(
    'later',
    later + seconds(11),
  )
})

test('thirty attempts are thirty', async ({ timeline }) => {
  const call = timeline.job<string>('call', seconds(1), { throws: busy })

  await timeline.outcome('retry', () => retry(call, { attempts: 30, base: seconds(1), factor: 1 }))

  expect(timeline).toStart('call', 30)
})

test('whatever comes in between, each caller gets their own', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const trying = (name: string, fails: number) => {
      let count = 0
      return timeline.outcome(name, () =>
        retry<string>(
          () => {
            count += 1
            return count <= fails ? failingJob(`${name} fails`, busy)() : job(name, name)()
          },
          { attempts: 3, base: 0, factor: 1 },
        ),
      )
    }

    const [fish, bread, salt] = await Promise.all([
      trying('fish', 2),
      trying('bread', 0),
      trying('salt', 3),
    ])

    expect(fish, 'fish fails twice').toResolveTo('fish')
    expect(bread, 'bread comes at once').toResolveTo('bread')
    expect(salt, 'salt fails three times, and there are three attempts').toRejectWith(busy)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => buy(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => buy(it, timeline, [1, 2, 1].map(seconds)))

/** Fails as often as there are delays but one, each attempt taking as long as the next delay. */
async function buy(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string> {
  let count = 0
  const outcome = await timeline.outcome('retry', () =>
    it.retry(
      (signal) => {
        const last = count === delays.length - 1
        const call = timeline.job<string>(
          `call ${count}`,
          delays[count] ?? seconds(1),
          last ? { returns: 'fish' } : { throws: busy },
        )
        count += 1
        return call(signal)
      },
      { attempts: 5, base: seconds(1), factor: 2 },
    ),
  )
  return endingOf(outcome)
}
