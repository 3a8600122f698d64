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
import { Barrier } from '#exercises/06-coordination/08-barrier/barrier.ts'
import * as reference from '#reference/06-coordination/08-barrier/barrier.ts'

const submission = { Barrier }

const train = new Error('our train is leaving')

const BROKEN = 'rejected with an Error in whose message stands "broken"'

/** How a call has ended, in words. */
const endOf = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'rejected' &&
  outcome.reason instanceof Error &&
  outcome.reason.message.includes('broken')
    ? BROKEN
    : endingOf(outcome)

/** A guest who comes to the table. */
const guest = (timeline: Timeline, name: string, table: Barrier, signal?: AbortSignal) =>
  timeline.outcome(name, () => table.wait(signal ? { signal } : undefined))

/** Guests who come one after the other, two seconds apart; the first after one second. */
async function arriving(timeline: Timeline, table: Barrier, names: readonly string[]) {
  const guests: Promise<PromiseSettledResult<number>>[] = []
  for (const [index, name] of names.entries()) {
    await timeline.sleep(seconds(index === 0 ? 1 : 2))
    guests.push(guest(timeline, name, table))
  }
  return Promise.all(guests)
}

test('nobody begins before the third has come, and then all do', async ({ timeline }) => {
  const table = new Barrier(3)

  await arriving(timeline, table, ['Ann', 'Bob', 'Cem'])

  expect(timeline).toLookLike(`
    Ann  .===>
    Bob  ...=>
    Cem  .....|
  `)
})

test('each is told how many had come before', async ({ timeline }) => {
  const outcomes = await arriving(timeline, new Barrier(3), ['Ann', 'Bob', 'Cem'])

  expect(outcomes.map(endingOf), 'Ann came first, then Bob, then Cem. Their calls').toEqual([
    'resolved to 0',
    'resolved to 1',
    'resolved to 2',
  ])
})

test('the next three wait for each other again', async ({ timeline }) => {
  const outcomes = await arriving(timeline, new Barrier(3), [
    'Ann',
    'Bob',
    'Cem',
    'Dan',
    'Eve',
    'Flo',
  ])

  expect(
    outcomes.map(endingOf),
    'Six come to a table of three, in two rounds. Their calls',
  ).toEqual([
    'resolved to 0',
    'resolved to 1',
    'resolved to 2',
    'resolved to 0',
    'resolved to 1',
    'resolved to 2',
  ])
  expect(timeline).toLookLike(`
    Ann  .===>
    Bob  ...=>
    Cem  .....|
    Dan  .......===>
    Eve  .........=>
    Flo  ...........|
  `)
})

test('when seven come at the same moment, six eat, and one waits', async ({ timeline }) => {
  const table = new Barrier(3)
  const names = ['Ann', 'Bob', 'Cem', 'Dan', 'Eve', 'Flo', 'Gus']

  const guests = names.map((name) => guest(timeline, name, table))
  await timeline.sleep(seconds(2))
  const last = [guest(timeline, 'Hal', table), guest(timeline, 'Ida', table)]
  const outcomes = await Promise.all([...guests, ...last])

  expect(outcomes.map(endingOf), 'Seven at once, and two later. Their calls').toEqual(
    [0, 1, 2, 0, 1, 2, 0, 1, 2].map((index) => `resolved to ${index}`),
  )
  expect(timeline).toLookLike(`
    Ann  |
    Bob  |
    Cem  |
    Dan  |
    Eve  |
    Flo  |
    Gus  =>
    Hal  ..|
    Ida  ..|
  `)
})

test('when somebody leaves, the table is broken up for all who wait', async ({ timeline }) => {
  const table = new Barrier(3)
  const { signal } = timeline.controller('Ann leaves', { after: seconds(4), reason: train })

  const ann = guest(timeline, 'Ann', table, signal)
  await timeline.sleep(seconds(1))
  const bob = guest(timeline, 'Bob', table)
  const [first, second] = await Promise.all([ann, bob])

  expect(first, "Ann's signal was aborted while she waited").toRejectWith(train)
  expect(endOf(second), 'Ann has left, so that three will not come together. The call of Bob').toBe(
    BROKEN,
  )
  expect(timeline).toLookLike(`
    Ann         ===x
    Bob         .==x
    Ann leaves  ....|
  `)
})

test('after that the next three wait for each other as if nothing had happened', async ({
  timeline,
}) => {
  const table = new Barrier(3)
  const ann = timeline.controller('Ann leaves')

  const broken = [guest(timeline, 'Ann', table, ann.signal), guest(timeline, 'Bob', table)]
  await timeline.sleep(seconds(1))
  ann.abort(train)
  await Promise.all(broken)
  const outcomes = await arriving(timeline, table, ['Cem', 'Dan', 'Eve'])

  expect(outcomes.map(endingOf), 'A table was broken up; three come later. Their calls').toEqual([
    'resolved to 0',
    'resolved to 1',
    'resolved to 2',
  ])
})

test('whoever leaves after the meal has begun disturbs nobody', async ({ timeline }) => {
  const table = new Barrier(2)
  const ann = timeline.controller('Ann leaves', { alsoWhenAborted: true })

  const first = [guest(timeline, 'Ann', table, ann.signal), guest(timeline, 'Bob', table)]
  await Promise.all(first)
  const cem = guest(timeline, 'Cem', table)
  await timeline.sleep(seconds(1))
  ann.abort(train)
  await timeline.sleep(seconds(1))
  const outcomes = await Promise.all([cem, guest(timeline, 'Dan', table)])

  expect(
    outcomes.map(endingOf),
    'Ann and Bob have eaten. Ann leaves while Cem waits for Dan. The calls of Cem and Dan',
  ).toEqual(['resolved to 0', 'resolved to 1'])
})

test('whoever had left before they came does not count', async ({ timeline }) => {
  const table = new Barrier(2)
  const gone = timeline.controller('gone')
  gone.abort(train)

  const ann = guest(timeline, 'Ann', table)
  const first = await guest(timeline, 'Bob', table, gone.signal)
  await timeline.sleep(seconds(2) - timeline.now)
  const outcomes = await Promise.all([ann, guest(timeline, 'Cem', table)])

  expect(first, 'The signal was aborted before the call').toRejectWith(train)
  expect(
    outcomes.map(endingOf),
    'One waits, one does not really come, one comes later. The calls of the first and the last',
  ).toEqual(['resolved to 0', 'resolved to 1'])
})

test('the last may come and somebody leave at the same instant: what came first counts', async ({
  timeline,
}) => {
  const [here, there] = [new Barrier(2), new Barrier(2)]
  const [ann, cem] = [timeline.controller('Ann leaves'), timeline.controller('Cem leaves')]

  const waiting = [
    guest(timeline, 'Ann', here, ann.signal),
    guest(timeline, 'Cem', there, cem.signal),
  ]
  await timeline.sleep(seconds(1))
  const bob = guest(timeline, 'Bob', here)
  ann.abort(train)
  cem.abort(train)
  const dan = guest(timeline, 'Dan', there)
  await timeline.sleep(seconds(1))
  const eve = guest(timeline, 'Eve', there)
  const outcomes = await Promise.all([...waiting, bob, dan, eve])

  expect(
    outcomes.map(endingOf),
    'Bob comes, and on the next line Ann leaves: they have begun. Cem leaves, and on the next line Dan ' +
      'comes: he waits for Eve. The calls of Ann, Cem, Bob, Dan and Eve',
  ).toEqual([
    'resolved to 0',
    'rejected with Error: our train is leaving',
    'resolved to 1',
    'resolved to 0',
    'resolved to 1',
  ])
})

test('whoever leaves when the next round has begun disturbs nobody there', async ({ timeline }) => {
  const table = new Barrier(2)
  const ann = timeline.controller('Ann leaves')

  const first = [guest(timeline, 'Ann', table, ann.signal), guest(timeline, 'Bob', table)]
  const cem = guest(timeline, 'Cem', table)
  ann.abort(train)
  await timeline.sleep(seconds(1))
  const outcomes = await Promise.all([...first, cem, guest(timeline, 'Dan', table)])

  expect(
    outcomes.map(endOf),
    'Ann, Bob and Cem come at the same moment to a table of two, and on the next line Ann leaves; Dan comes ' +
      'later. The calls of Ann, Bob, Cem and Dan',
  ).toEqual(['resolved to 0', 'resolved to 1', 'resolved to 0', 'resolved to 1'])
})

test('leaves no listener on a signal, however the waiting ends', async ({ timeline }) => {
  const table = new Barrier(2)
  const stays = timeline.controller('stays', { alsoWhenAborted: true })
  const leaves = timeline.controller('leaves', { alsoWhenAborted: true })
  const own = () => undefined
  stays.signal.onabort = own

  await Promise.all([
    guest(timeline, 'Ann', table, stays.signal),
    guest(timeline, 'Bob', table, stays.signal),
  ])
  const broken = [guest(timeline, 'Cem', table, leaves.signal)]
  await timeline.sleep(seconds(1))
  leaves.abort(train)
  await Promise.all(broken)

  expect(stays.signal.onabort === own, "Is the owner's own onabort still there").toBe(true)
  stays.signal.onabort = null
})

test('a table of one never waits, a table of thirty waits for thirty', async ({ timeline }) => {
  const [one, thirty] = [new Barrier(1), new Barrier(30)]

  const alone = await guest(timeline, 'alone', one)
  const early = Array.from({ length: 29 }, (_, index) => guest(timeline, `guest ${index}`, thirty))
  await timeline.sleep(seconds(3_600))
  const last = await guest(timeline, 'last', thirty)
  await Promise.all(early)

  expect(alone, 'The only one at a table of one').toResolveTo(0)
  expect(last, 'The thirtieth').toResolveTo(29)
  expect(timeline, '29 wait for an hour').toEndAt('guest 0', seconds(3_600))
})

test('two tables know nothing of each other', async ({ timeline }) => {
  const [here, there] = [new Barrier(2), new Barrier(2)]

  const both = [guest(timeline, 'Ann', here), guest(timeline, 'Bob', there)]
  await timeline.sleep(seconds(1))
  both.push(guest(timeline, 'Cem', here))
  await timeline.sleep(seconds(1))
  both.push(guest(timeline, 'Dan', there))
  await Promise.all(both)

  expect(timeline).toLookLike(`
    Ann  >
    Bob  =>
    Cem  .|
    Dan  ..|
  `)
})

test('whoever leaves may do so for any reason', async ({ timeline }) => {
  for (const value of EMPTY) {
    const table = new Barrier(2)
    const leaves = timeline.controller(`leaving for ${inWords(value)}`)
    const waiting = guest(timeline, 'guest', table, leaves.signal)
    await timeline.sleep(seconds(1))
    leaves.abort(value)
    const outcome = await waiting

    expect(outcome, `The signal is aborted with abort(${inWords(value)})`).toRejectWith(
      leaves.signal.reason,
    )
  }
})

test('in whatever order six come, two rounds of three begin', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const table = new Barrier(3)
    const told: number[] = []
    let [come, begun] = [0, 0]
    const sit = async (name: string) => {
      await job(`${name} comes`, undefined)()
      come += 1
      const index = await timeline.start(name, () => table.wait())
      begun += 1
      expect(come >= 3 * Math.ceil(begun / 3), 'Had three come for each round that has begun').toBe(
        true,
      )
      told.push(index)
    }

    await Promise.all(['Ann', 'Bob', 'Cem', 'Dan', 'Eve', 'Flo'].map(sit))

    expect(told.toSorted(), 'What the six were told').toEqual([0, 0, 1, 1, 2, 2])
  }))

test('whether Ann leaves before the third comes or after, all three hear the same of it', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const table = new Barrier(3)
    const leaves = new AbortController()
    const waiting = ['Ann', 'Bob'].map((name) =>
      timeline.start(name, () => table.wait(name === 'Ann' ? { signal: leaves.signal } : {})),
    )
    let cem: Promise<number> | undefined
    let hasLeft = false
    const come = async () => {
      await job('Cem comes', undefined)()
      cem = timeline.start('Cem', () => table.wait())
      // Two more for whoever has to begin a new round.
      if (hasLeft) await Promise.all([table.wait(), table.wait()])
    }
    const leave = async () => {
      await job('Ann leaves', undefined)()
      hasLeft = true
      leaves.abort(train)
    }

    const outcomes = Promise.allSettled(waiting)
    await Promise.all([come(), leave()])

    const ends = (await outcomes).map(endingOf)
    const isWhole = ends.join() === 'resolved to 0,resolved to 1'
    const isBroken = ends[0]?.includes('train') === true && ends[1]?.includes('broken') === true
    expect(
      isWhole || isBroken,
      `Ann and Bob eat together, or the table is broken: ${ends.join(', ')}`,
    ).toBe(true)
    expect(await cem, 'Cem has come, as the third or as the first of the next').toBe(
      isWhole ? 2 : 0,
    )
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => evening(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  evening(it, timeline, [1, 3, 6].map(seconds)),
)

/** Guests come after these delays to a table of two; whoever is alone in the end leaves. */
async function evening(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const table = new it.Barrier(2)
  const { signal } = timeline.controller('they leave', { after: seconds(30), reason: train })
  const guests = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    return endingOf(await timeline.outcome(`guest ${index}`, () => table.wait({ signal })))
  })
  return Promise.all(guests)
}
