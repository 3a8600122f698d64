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
import { Condition } from '#exercises/06-coordination/09-condition/condition.ts'
import * as reference from '#reference/06-coordination/09-condition/condition.ts'

const submission = { Condition }

const bus = new Error('the bus is here')
const dropped = new Error('the plates are broken')

/** Clean plates, and a bell that is rung when there are more of them. */
class Plates {
  count = 0
  readonly bell: Condition

  constructor(bell = new Condition()) {
    this.bell = bell
  }

  bring(more: number): void {
    this.count += more
    this.bell.notifyAll()
  }

  /** A waiter who needs so many. */
  wanted(timeline: Timeline, name: string, needs: number, signal?: AbortSignal) {
    return timeline.outcome(name, () =>
      this.bell.wait(() => this.count >= needs, signal ? { signal } : undefined),
    )
  }
}

test('each waits until there are enough for them, however often it rings', async ({ timeline }) => {
  const plates = new Plates()

  const waiters = [2, 5, 6].map((needs) => plates.wanted(timeline, `needs ${needs}`, needs))
  for (const more of [2, 3, 1]) {
    await timeline.sleep(seconds(2))
    plates.bring(more)
  }
  await Promise.all(waiters)

  expect(timeline).toLookLike(`
    needs 2  =>
    needs 5  ===>
    needs 6  =====>
  `)
})

test('whoever finds enough does not wait', async ({ timeline }) => {
  const plates = new Plates()
  plates.count = 3

  const outcome = await plates.wanted(timeline, 'needs 3', 3)

  expect(outcome, 'There are three, and three are needed. Nobody rings').toResolveTo(undefined)
  expect(timeline).toLookLike(`
    needs 3  |
  `)
})

test('all for whom there is enough go on at one bell', async ({ timeline }) => {
  const plates = new Plates()

  const waiters = [2, 9, 3, 1].map((needs) => plates.wanted(timeline, `needs ${needs}`, needs))
  await timeline.sleep(seconds(2))
  plates.bring(3)
  await timeline.sleep(seconds(2))
  plates.bring(6)
  await Promise.all(waiters)

  expect(timeline).toLookLike(`
    needs 2  =>
    needs 9  ===>
    needs 3  =>
    needs 1  =>
  `)
})

test('nobody goes on without the bell, nor by a bell alone', async ({ timeline }) => {
  const plates = new Plates()

  const waiter = plates.wanted(timeline, 'needs 1', 1)
  await timeline.sleep(seconds(1))
  plates.bell.notifyAll()
  await timeline.sleep(seconds(1))
  plates.count = 1
  await timeline.sleep(seconds(2))
  plates.bell.notifyAll()
  await waiter

  expect(timeline).toLookLike(`
    needs 1  ===>
  `)
})

test('whoever leaves is told so, and the others wait on', async ({ timeline }) => {
  const plates = new Plates()
  const { signal } = timeline.controller('Ann leaves', { after: seconds(2), reason: bus })

  const ann = plates.wanted(timeline, 'Ann', 1, signal)
  const bob = plates.wanted(timeline, 'Bob', 1)
  await timeline.sleep(seconds(4))
  plates.bring(1)
  const [first, second] = await Promise.all([ann, bob])

  expect(first, "Ann's signal was aborted while she waited").toRejectWith(bus)
  expect(second, 'Bob has stayed').toResolveTo(undefined)
  expect(timeline).toLookLike(`
    Ann         =x
    Bob         ===>
    Ann leaves  ..|
  `)
})

test('whoever had left before they came is not served', async ({ timeline }) => {
  const plates = new Plates()
  const gone = timeline.controller('gone')
  gone.abort(bus)

  const first = await plates.wanted(timeline, 'too early', 1, gone.signal)
  plates.count = 1
  const second = await plates.wanted(timeline, 'enough', 1, gone.signal)

  expect(first, 'The signal was aborted before the call, and there is nothing').toRejectWith(bus)
  expect(second, 'The signal was aborted before the call, and there is enough').toRejectWith(bus)
})

test('a predicate that throws is the business of whoever brought it', async ({ timeline }) => {
  const bell = new Condition()
  let broken = false

  const careless = timeline.outcome('careless', () =>
    bell.wait(() => {
      if (broken) throw dropped
      return false
    }),
  )
  const careful = timeline.outcome('careful', () => bell.wait(() => broken))
  await timeline.sleep(seconds(1))
  broken = true
  expect(
    () => bell.notifyAll(),
    'The predicate of one who waits throws. Whoever rings the bell has nothing to do with it',
  ).toThrowNothing()
  const [first, second] = await Promise.all([careless, careful])

  expect(first, 'The predicate has thrown at the bell').toRejectWith(dropped)
  expect(second, "Another one's predicate has thrown").toResolveTo(undefined)
})

test('a predicate that throws at once makes the wait reject', async ({ timeline }) => {
  const bell = new Condition()
  let promise: Promise<void> | undefined

  expect(() => {
    promise = bell.wait(() => {
      throw dropped
    })
  }, 'The predicate throws. wait returns a promise all the same, and lets that reject').toThrowNothing()
  const outcome = await timeline.outcome('wait', () => promise)

  expect(outcome, 'The predicate has thrown when it was asked for the first time').toRejectWith(
    dropped,
  )
})

test('nobody is asked any more who does not wait any more', async ({ timeline }) => {
  const bell = new Condition()
  const asked: Record<string, number> = { served: 0, left: 0, threw: 0 }
  let ready = false
  const { signal } = timeline.controller('leaves', { after: seconds(1) })
  const ask = (name: string, answer: () => boolean, options?: { signal: AbortSignal }) =>
    timeline.outcome(name, () =>
      bell.wait(() => {
        asked[name] = (asked[name] ?? 0) + 1
        return answer()
      }, options),
    )

  const all = [
    ask('served', () => ready),
    ask('left', () => false, { signal }),
    ask('threw', () => {
      if (ready) throw dropped
      return false
    }),
  ]
  await timeline.sleep(seconds(2))
  ready = true
  bell.notifyAll()
  await Promise.all(all)
  const before = { ...asked }
  bell.notifyAll()
  await timeline.sleep(seconds(1))
  bell.notifyAll()
  await timeline.sleep(seconds(1))

  expect(
    asked,
    'All three have ended. How often their predicates were asked, two bells later',
  ).toEqual(before)
})

test('leaves no listener on a signal, however the waiting ends', async ({ timeline }) => {
  const plates = new Plates()
  const stays = timeline.controller('stays', { alsoWhenAborted: true })
  const leaves = timeline.controller('leaves', { alsoWhenAborted: true })
  const own = () => undefined
  stays.signal.onabort = own

  const all = [
    plates.wanted(timeline, 'served', 1, stays.signal),
    plates.wanted(timeline, 'left', 1, leaves.signal),
    timeline.outcome('threw', () =>
      plates.bell.wait(
        () => {
          if (plates.count > 0) throw dropped
          return false
        },
        { signal: stays.signal },
      ),
    ),
  ]
  await timeline.sleep(seconds(1))
  leaves.abort(bus)
  plates.bring(1)
  await Promise.all(all)

  expect(stays.signal.onabort === own, "Is the owner's own onabort still there").toBe(true)
  stays.signal.onabort = null
})

test('one may wait again, also for the same thing and with the same signal', async ({
  timeline,
}) => {
  const plates = new Plates()
  const { signal } = timeline.controller('leaves', { after: seconds(5), reason: bus })
  const enough = () => plates.count >= 2

  const outcomes = await timeline.call('waiters', async () => {
    const twice = Promise.all([
      plates.bell.wait(enough, { signal }),
      plates.bell.wait(enough, { signal }),
    ])
    await timeline.sleep(seconds(1))
    plates.bring(2)
    await twice
    plates.count = 0
    const again = Promise.allSettled([
      plates.bell.wait(enough, { signal }),
      plates.bell.wait(enough, { signal }),
    ])
    await timeline.sleep(seconds(1))
    plates.bring(1)
    return again
  })

  expect(
    outcomes.map(endingOf),
    'Two waits with one predicate are over; two more end when the signal is aborted. Their calls',
  ).toEqual(['rejected with Error: the bus is here', 'rejected with Error: the bus is here'])
})

test('two bells know nothing of each other', async ({ timeline }) => {
  const [here, there] = [new Plates(), new Plates()]

  const both = [here.wanted(timeline, 'here', 1), there.wanted(timeline, 'there', 1)]
  await timeline.sleep(seconds(1))
  there.count = 1
  here.bring(1)
  await timeline.sleep(seconds(1))
  there.bring(1)
  await Promise.all(both)

  expect(timeline).toLookLike(`
    here   >
    there  =>
  `)
})

test('thirty wait for an hour, and for a night', async ({ timeline }) => {
  const plates = new Plates()
  const waiters = Array.from({ length: 30 }, (_, index) =>
    plates.wanted(timeline, `needs ${index + 1}`, index + 1),
  )

  await timeline.sleep(seconds(3_600))
  plates.bring(29)
  await timeline.sleep(seconds(36_000))
  plates.bring(1)
  await Promise.all(waiters)

  expect(timeline, '29 plates come after an hour').toEndAt('needs 29', seconds(3_600))
  expect(timeline, 'The thirtieth comes eleven hours after the start').toEndAt(
    'needs 30',
    seconds(39_600),
  )
})

test('whoever leaves may do so for any reason, and a predicate throw any error', async ({
  timeline,
}) => {
  for (const value of EMPTY) {
    const bell = new Condition()
    const leaves = timeline.controller(`leaving for ${inWords(value)}`)
    let throws = false
    const left = timeline.outcome('left', () => bell.wait(() => false, { signal: leaves.signal }))
    const threw = timeline.outcome('threw', () =>
      bell.wait(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as people do
        if (throws) throw value
        return false
      }),
    )
    await timeline.sleep(seconds(1))
    throws = true
    bell.notifyAll()
    leaves.abort(value)

    expect(await left, `The signal is aborted with abort(${inWords(value)})`).toRejectWith(
      leaves.signal.reason,
    )
    expect(await threw, `The predicate throws ${inWords(value)}`).toRejectWith(value)
  }
})

test('whatever comes first, nobody waits for ever for what is there', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const plates = new Plates()
    const early: string[] = []
    const wait = async (needs: number) => {
      await job(`somebody needs ${needs}`, undefined)()
      await timeline.start(`needs ${needs}`, () => plates.bell.wait(() => plates.count >= needs))
      if (plates.count < needs) early.push(`${needs} of ${plates.count}`)
    }
    const bring = async (more: number) => {
      await job(`${more} plates`, undefined)()
      plates.bring(more)
    }

    await Promise.all([wait(1), wait(3), wait(2), bring(1), bring(2)])

    expect(early, 'Who went on without enough plates').toEqual([])
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => evening(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  evening(it, timeline, [2, 5, 9].map(seconds)),
)

/** After each delay two plates come; three wait from the start, and the last of them leaves at 20. */
async function evening(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const plates = new Plates(new it.Condition())
  const { signal } = timeline.controller('leaves', { after: seconds(30), reason: bus })
  const waiters = [1, 4, 99].map((needs) =>
    plates.wanted(timeline, `needs ${needs}`, needs, signal),
  )
  for (const delay of delays) {
    void timeline.sleep(delay).then(() => plates.bring(2))
  }
  return (await Promise.all(waiters)).map(endingOf)
}
