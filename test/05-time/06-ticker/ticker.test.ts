import {
  EMPTY,
  countOf,
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
import { every } from '#exercises/05-time/06-ticker/ticker.ts'
import * as reference from '#reference/05-time/06-ticker/ticker.ts'

const submission = { every }

const closing = new Error('we are closing')
const cold = new Error('the oven is cold')

/** Checks of the oven, numbered, each as long as its place in the list says; the last one goes on. */
function checking(timeline: Timeline, takes: readonly number[]) {
  let count = 0
  return (signal?: AbortSignal): Promise<undefined> => {
    count += 1
    const length = takes[Math.min(count, takes.length) - 1] ?? 1
    return timeline.job<undefined>(`check ${count}`, seconds(length), { returns: undefined })(
      signal,
    )
  }
}

test('never two checks at once, and each begins on a tick of two seconds', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(9), reason: closing })

  await timeline.outcome('every', () => every(seconds(2), checking(timeline, [3]), signal))

  expect(timeline).toLookLike(`
    every    ========x
    check 1  ==>
    check 2  ....==>
    check 3  ........!
    closing  .........|
  `)
})

test('rejects with the reason for which the signal was aborted', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(9.4), reason: closing })

  const outcome = await timeline.outcome('every', () =>
    every(seconds(2), checking(timeline, [1]), signal),
  )

  expect(outcome, 'The signal is aborted between two checks').toRejectWith(closing)
  expect(timeline).toLookLike(`
    every    ========x
    check 1  >
    check 2  ..>
    check 3  ....>
    check 4  ......>
    check 5  ........>
    closing  .........|
  `)
})

test('stops at once in a pause, and leaves no timer and no listener', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', {
    after: seconds(4),
    reason: closing,
    alsoWhenAborted: true,
  })

  await timeline.outcome('every', () => every(seconds(60), checking(timeline, [1]), signal))

  expect(timeline).toLookLike(`
    every    ===x
    check 1  >
    closing  ....|
  `)
})

test('a check that ends on a tick is followed by one on that tick', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(5.4), reason: closing })

  await timeline.outcome('every', () => every(seconds(2), checking(timeline, [2, 1]), signal))

  expect(timeline).toLookLike(`
    every    ====x
    check 1  =>
    check 2  ..>
    check 3  ....>
    closing  .....|
  `)
})

test('keeps to its ticks, however long a check has taken', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(23), reason: closing })

  await timeline.outcome('every', () => every(seconds(5), checking(timeline, [1, 7, 3, 1]), signal))

  expect(timeline).toLookLike(`
    every    ======================x
    check 1  >
    check 2  .....======>
    check 3  ...............==>
    check 4  ....................>
    closing  .......................|
  `)
})

test('rejects with the error of a check that fails, and stops', async ({ timeline }) => {
  let count = 0
  const shop = timeline.controller('closing')
  const check = (one: AbortSignal) => {
    count += 1
    const outcome = count === 2 ? { throws: cold } : { returns: undefined }
    return timeline.job<undefined>(`check ${count}`, seconds(1), outcome)(one)
  }

  const ticking = timeline.outcome('every', () => every(seconds(2), check, shop.signal))
  await timeline.sleep(seconds(9))
  shop.abort(closing)
  const outcome = await ticking

  expect(outcome, 'The second check fails').toRejectWith(cold)
  expect(timeline).toLookLike(`
    every    ==x
    check 1  >
    check 2  ..x
    closing  .........|
  `)
})

test('waits for a check that does not listen, and begins no other', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(1), reason: closing })
  const check = timeline.job<undefined>('check', seconds(5), { deaf: true, returns: undefined })

  const outcome = await timeline.outcome('every', () => every(seconds(2), check, signal))

  expect(outcome, 'The signal is aborted during a check that goes on until second 5').toRejectWith(
    closing,
  )
  expect(timeline).toLookLike(`
    every    ====x
    check    ====>
    closing  .|
  `)
})

test('checks nothing when the signal was aborted before', async ({ timeline }) => {
  const shop = timeline.controller('closing')
  shop.abort(closing)
  const check = timeline.job<undefined>('check', seconds(1), { returns: undefined })

  const outcome = await timeline.outcome('every', () => every(seconds(2), check, shop.signal))

  expect(outcome, 'The signal was aborted before the call').toRejectWith(closing)
  expect(timeline, 'The signal was aborted before the call').toStart('check', 0)
})

test('hands its signal to every check', async ({ timeline }) => {
  const given: AbortSignal[] = []
  const { signal } = timeline.controller('closing', { after: seconds(5), reason: closing })

  await timeline.outcome('every', () =>
    every(
      seconds(2),
      (one) => {
        given.push(one)
        return Promise.resolve()
      },
      signal,
    ),
  )

  expect(given, 'The signals that the checks at second 0, 2 and 4 were given').toHoldTheVery([
    signal,
    signal,
    signal,
  ])
})

test('a check that throws at once has failed like any other', async ({ timeline }) => {
  const { signal } = timeline.controller('closing')
  let count = 0
  let promise: Promise<void> | undefined

  expect(() => {
    promise = every(
      seconds(2),
      () => {
        count += 1
        if (count === 1) return Promise.resolve()
        throw cold
      },
      signal,
    )
  }, 'A later check throws at once. every returns a promise, and lets that reject').toThrowNothing()
  const outcome = await timeline.outcome('every', () => promise)

  expect(outcome, 'The second check throws before it returns a promise').toRejectWith(cold)
})

test('takes an empty error for an error, and an empty reason for a reason', async ({
  timeline,
}) => {
  for (const value of EMPTY) {
    const { signal } = timeline.controller('closing')
    const fails = timeline.job<undefined>('fails', seconds(1), { throws: value })
    const failed = await timeline.outcome('every', () => every(seconds(2), fails, signal))

    const shop = timeline.controller(`closing for ${inWords(value)}`)
    const check = timeline.job<undefined>('check', seconds(1), { returns: undefined })
    const open = timeline.outcome('every', () => every(seconds(2), check, shop.signal))
    await timeline.sleep(seconds(3.5))
    shop.abort(value)
    const closed = await open

    expect(failed, `A check rejects with ${inWords(value)}`).toRejectWith(value)
    // An undefined reason becomes an AbortError of the signal's own.
    expect(closed, `The signal is aborted for ${inWords(value)}`).toRejectWith(shop.signal.reason)
  }
})

test('ticks in fractions of a second', async ({ timeline }) => {
  const { signal } = timeline.controller('closing', { after: seconds(2.4), reason: closing })
  const check = timeline.job<undefined>('check', seconds(0.3), { returns: undefined })

  await timeline.outcome('every', () => every(seconds(0.25), check, signal))

  expect(
    countOf(timeline, 'check'),
    'A tick each 0.25 seconds, a check of 0.3, closing at 2.4. How many checks begin',
  ).toBe(5)
})

test('goes on for a whole night', async ({ timeline }) => {
  const { signal } = timeline.controller('morning', { after: seconds(1_801), reason: closing })
  const check = timeline.job<undefined>('check', seconds(1), { returns: undefined })

  await timeline.outcome('every', () => every(seconds(60), check, signal))

  expect(timeline, 'A check a minute, for half an hour').toStart('check', 31)
})

test('two clocks know nothing of each other, and leave the signal as it was', async ({
  timeline,
}) => {
  const { signal } = timeline.controller('closing', { after: seconds(7), reason: closing })
  const heard: string[] = []
  signal.onabort = () => void heard.push('onabort')
  const clock = (name: string, ms: number) =>
    timeline.outcome(name, () =>
      every(
        ms,
        timeline.job<undefined>(`check ${name}`, seconds(1), { returns: undefined }),
        signal,
      ),
    )

  await Promise.all([clock('oven', seconds(2)), clock('cellar', seconds(5))])

  expect(heard, "What the owner's own onabort has heard").toEqual(['onabort'])
  expect(countOf(timeline, 'check oven'), 'Checks at second 0, 2, 4 and 6 of the oven').toBe(4)
  expect(countOf(timeline, 'check cellar'), 'Checks at second 0 and 5 of the cellar').toBe(2)
})

test('in whatever order checks end, no two of one clock are under way', () =>
  everyInterleaving(async ({ job, failingJob, timeline }) => {
    const clock = async (name: string) => {
      let [count, running, most] = [0, 0, 0]
      const shop = new AbortController()
      const check = async () => {
        count += 1
        if (count === 9) shop.abort(closing)
        running += 1
        most = Math.max(most, running)
        const one = count < 4 ? job(`${name} ${count}`, undefined) : failingJob(`${name} 4`, cold)
        await one().finally(() => (running -= 1))
      }
      const ticking = timeline.start(name, () => every(1, check, shop.signal))
      return [endingOf(await outcomeOf(ticking)), count, most]
    }

    const ends = await Promise.all([clock('oven'), clock('cellar')])

    expect(
      ends,
      'Of two clocks: how it ended, how many checks there were, how many at most at the same time',
    ).toEqual([
      ['rejected with Error: the oven is cold', 4, 1],
      ['rejected with Error: the oven is cold', 4, 1],
    ])
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => night(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) => night(it, timeline, [1, 6, 2].map(seconds)))

/** Checks that take as long as the delays say; one more fails, and that is the end. */
async function night(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string> {
  let count = 0
  const check = () => {
    const delay = delays[count]
    const outcome = delay === undefined ? { throws: cold } : { returns: undefined }
    count += 1
    return timeline.job<undefined>(`check ${count}`, delay ?? seconds(1), outcome)()
  }
  const { signal } = timeline.controller('closing')
  return endingOf(await timeline.outcome('every', () => it.every(seconds(3.5), check, signal)))
}
