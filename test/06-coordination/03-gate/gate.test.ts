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
import { Gate } from '#exercises/06-coordination/03-gate/gate.ts'
import * as reference from '#reference/06-coordination/03-gate/gate.ts'

const submission = { Gate }

const hungry = new Error('we are going elsewhere')

/** A guest who waits at the gate. */
const guest = (timeline: Timeline, name: string, gate: Gate, signal?: AbortSignal) =>
  timeline.outcome(name, () => gate.wait(signal ? { signal } : undefined))

test('whoever waits comes in when the gate is opened, all at once', async ({ timeline }) => {
  const gate = new Gate()

  const guests = ['guest 1', 'guest 2', 'guest 3'].map((name) => guest(timeline, name, gate))
  await timeline.sleep(seconds(4))
  gate.open()
  await Promise.all(guests)

  expect(timeline).toLookLike(`
    guest 1  ===>
    guest 2  ===>
    guest 3  ===>
  `)
})

test('an open gate stays open for whoever comes later', async ({ timeline }) => {
  const gate = new Gate()

  const early = guest(timeline, 'early', gate)
  await timeline.sleep(seconds(4))
  gate.open()
  await timeline.sleep(seconds(2))
  const late = guest(timeline, 'late', gate)
  await Promise.all([early, late])

  expect(timeline).toLookLike(`
    early  ===>
    late   ......|
  `)
})

test('when it has been closed, one waits again', async ({ timeline }) => {
  const gate = new Gate()

  gate.open()
  const first = guest(timeline, 'first', gate)
  await timeline.sleep(seconds(1))
  gate.close()
  const second = guest(timeline, 'second', gate)
  await timeline.sleep(seconds(3))
  gate.open()
  await Promise.all([first, second])

  expect(timeline).toLookLike(`
    first   |
    second  .==>
  `)
})

test('isOpen tells whether it is open', async ({ timeline }) => {
  const gate = new Gate()
  const told = [gate.isOpen]

  await timeline.call('open and close', () => {
    gate.open()
    told.push(gate.isOpen)
    gate.close()
    told.push(gate.isOpen)
  })

  expect(told, 'A new gate, then opened, then closed. isOpen was').toEqual([false, true, false])
})

test('whoever was waiting when it was opened has been let in, even if it is closed at once', async ({
  timeline,
}) => {
  const gate = new Gate()

  const guests = ['guest 1', 'guest 2'].map((name) => guest(timeline, name, gate))
  await timeline.sleep(seconds(2))
  gate.open()
  gate.close()
  await Promise.all(guests)

  expect(gate.isOpen, 'It was opened and closed. isOpen is').toBe(false)
  expect(timeline).toLookLike(`
    guest 1  =>
    guest 2  =>
  `)
})

test('a guest who leaves is told so, and the others wait on', async ({ timeline }) => {
  const gate = new Gate()
  const { signal } = timeline.controller('guest 1 leaves', { after: seconds(2), reason: hungry })

  const leaving = guest(timeline, 'guest 1', gate, signal)
  const staying = guest(timeline, 'guest 2', gate)
  await timeline.sleep(seconds(4))
  gate.open()
  const [first, second] = await Promise.all([leaving, staying])

  expect(first, "The first guest's signal was aborted while they waited").toRejectWith(hungry)
  expect(second, 'The second guest has stayed').toResolveTo(undefined)
  expect(timeline).toLookLike(`
    guest 1         =x
    guest 2         ===>
    guest 1 leaves  ..|
  `)
})

test('whoever had left before they came is not let in', async ({ timeline }) => {
  const [shut, open] = [new Gate(), new Gate()]
  open.open()
  const gone = timeline.controller('gone')
  gone.abort(hungry)

  const first = await guest(timeline, 'at a shut gate', shut, gone.signal)
  const second = await guest(timeline, 'at an open gate', open, gone.signal)

  expect(first, 'The signal was aborted before the call, and the gate is shut').toRejectWith(hungry)
  expect(second, 'The signal was aborted before the call, and the gate is open').toRejectWith(
    hungry,
  )
})

test('leaves no listener on a signal, however the waiting ends', async ({ timeline }) => {
  const gate = new Gate()
  const stays = timeline.controller('stays', { alsoWhenAborted: true })
  const leaves = timeline.controller('leaves', { alsoWhenAborted: true })
  const own = () => undefined
  stays.signal.onabort = own

  const first = guest(timeline, 'first', gate, stays.signal)
  const second = guest(timeline, 'second', gate, leaves.signal)
  await timeline.sleep(seconds(1))
  leaves.abort(hungry)
  gate.open()
  await Promise.all([first, second])

  expect(stays.signal.onabort === own, "Is the owner's own onabort still there").toBe(true)
  stays.signal.onabort = null
})

test('one may be let in and leave at the same instant: what came first counts', async ({
  timeline,
}) => {
  const gate = new Gate()
  const [one, two] = [timeline.controller('one'), timeline.controller('two')]

  const first = guest(timeline, 'first', gate, one.signal)
  const second = guest(timeline, 'second', gate, two.signal)
  await timeline.sleep(seconds(1))
  one.abort(hungry)
  gate.open()
  two.abort(hungry)
  const outcomes = await Promise.all([first, second])

  expect(
    outcomes.map(endingOf),
    'The first has left, then the gate was opened, then the second has left, all without an await. They',
  ).toEqual(['rejected with Error: we are going elsewhere', 'resolved to undefined'])
})

test('to open it twice, or to close it twice, is no different', async ({ timeline }) => {
  const gate = new Gate()

  gate.close()
  const first = guest(timeline, 'first', gate)
  await timeline.sleep(seconds(1))
  gate.open()
  gate.open()
  await first
  const second = guest(timeline, 'second', gate)
  await timeline.sleep(seconds(1))
  gate.close()
  gate.close()
  const third = guest(timeline, 'third', gate)
  await timeline.sleep(seconds(1))
  gate.open()
  await Promise.all([second, third])

  expect(timeline).toLookLike(`
    first   >
    second  .|
    third   ..>
  `)
})

test('one guest may wait several times with the same signal', async ({ timeline }) => {
  const gate = new Gate()
  const { signal } = timeline.controller('guest leaves', { after: seconds(5), reason: hungry })

  const both = [guest(timeline, 'wait 1', gate, signal), guest(timeline, 'wait 2', gate, signal)]
  await timeline.sleep(seconds(2))
  gate.open()
  gate.close()
  const later = [guest(timeline, 'wait 3', gate, signal), guest(timeline, 'wait 4', gate, signal)]
  const outcomes = await Promise.all([...both, ...later])

  expect(
    outcomes.map(endingOf),
    'Two waits until the gate was opened at second 2, and two until the guest left at 5. They',
  ).toEqual([
    'resolved to undefined',
    'resolved to undefined',
    'rejected with Error: we are going elsewhere',
    'rejected with Error: we are going elsewhere',
  ])
})

test('two gates know nothing of each other', async ({ timeline }) => {
  const [here, there] = [new Gate(), new Gate()]

  const guests = [guest(timeline, 'here', here), guest(timeline, 'there', there)]
  await timeline.sleep(seconds(1))
  here.open()
  await timeline.sleep(seconds(1))
  there.open()
  await Promise.all(guests)

  expect(timeline).toLookLike(`
    here   >
    there  =>
  `)
})

test('whoever leaves may do so for any reason', async ({ timeline }) => {
  for (const value of EMPTY) {
    const gate = new Gate()
    const leaves = timeline.controller(`leaving for ${inWords(value)}`)
    const waiting = guest(timeline, 'guest', gate, leaves.signal)
    await timeline.sleep(seconds(1))
    leaves.abort(value)
    const outcome = await waiting

    expect(outcome, `The signal is aborted with abort(${inWords(value)})`).toRejectWith(
      leaves.signal.reason,
    )
  }
})

test('whatever comes first, nobody is forgotten', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const gate = new Gate()
    const leaves = new AbortController()
    const ends: Record<string, string> = {}
    const come = async (name: string, signal?: AbortSignal) => {
      await job(`${name} comes`, undefined)()
      const waiting = timeline.start(name, () => gate.wait(signal ? { signal } : {}))
      ends[name] = await waiting.then(
        () => 'let in',
        (error: unknown) => (error === hungry ? 'left' : String(error)),
      )
    }
    const open = async () => {
      await job('open', undefined)()
      gate.open()
    }
    const leave = async () => {
      await job('leave', undefined)()
      leaves.abort(hungry)
    }

    await Promise.all([come('one'), come('two', leaves.signal), come('three'), open(), leave()])

    expect([ends.one, ends.three], 'Two who wait, and a gate that is opened. They were').toEqual([
      'let in',
      'let in',
    ])
    expect(
      ends.two === 'let in' || ends.two === 'left',
      `One whose signal is aborted is let in or has left, and was: ${ends.two}`,
    ).toBe(true)
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => evening(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  evening(it, timeline, [1, 6, 8].map(seconds)),
)

/** A guest after each of the delays; the gate is open from 4.5 to 7, and whoever comes last leaves at 10. */
async function evening(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const gate = new it.Gate()
  const { signal } = timeline.controller('they leave', { after: seconds(20.5), reason: hungry })
  const guests = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    return endingOf(await timeline.outcome(`guest ${index}`, () => gate.wait({ signal })))
  })
  await timeline.sleep(seconds(4.5))
  gate.open()
  await timeline.sleep(seconds(2.5))
  gate.close()
  return Promise.all(guests)
}
