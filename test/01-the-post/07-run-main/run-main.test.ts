import { endingOf, expect, outcomeOf, seconds, test, withRandomDelays } from '#harness'
import { run } from '#exercises/01-the-post/07-run-main/run-main.ts'
import * as reference from '#reference/01-the-post/07-run-main/run-main.ts'

const submission = { run }
const REFUSED = 'run() cannot be called while another run() is in progress'

// The lock lives in the module, so it outlives a test: a door that stays locked fails every test
// below the one that locked it. Hence the order. Each test comes right after the one that could
// have locked its door, and is the one that says so.

test('runs main once and hands its result on', async ({ timeline }) => {
  const main = timeline.job('main', seconds(3), { returns: '42 guests' })

  const result = await timeline.call('run', () => run(() => main()))

  expect(result, 'run should hand on what main returns').toBe('42 guests')
  expect(timeline).toLookLike(`
    run   ==>
    main  ==>
  `)
})

test('may be called again when the run before is over', async ({ timeline }) => {
  const lunch = timeline.job('lunch', seconds(2))
  const dinner = timeline.job('dinner', seconds(3))

  const day = await timeline.outcome('day', async () => {
    await run(() => lunch())
    await run(() => dinner())
  })

  expect(day, 'Every run before is over, so the door should be open').toResolveTo(undefined)
  expect(timeline).toLookLike(`
    day     ====>
    lunch   =>
    dinner  ..==>
  `)
})

test('every run calls its main, also one that has been run before', async ({ timeline }) => {
  const job = timeline.job('main', seconds(2))
  const main = () => job()

  await timeline.outcome('day', async () => {
    await run(main)
    await run(main)
  })

  expect(timeline).toLookLike(`
    day   ===>
    main  =>
    main  ..=>
  `)
})

test('hands on what main returns as it is, be it nothing', async ({ timeline }) => {
  const takings = { guests: 42 }
  const mains = [takings, '', false, null, undefined].map(
    (returns) => () => timeline.job('main', seconds(1), { returns })(),
  )

  const results: unknown[] = []
  for (const main of mains) results.push(await timeline.call('run', () => run<unknown>(main)))

  expect(results, 'Five mains, and what each of them returns').toEqual([
    { guests: 42 },
    '',
    false,
    null,
    undefined,
  ])
  expect(results[0], 'run should hand on the very object that main returns').toBeTheVery(takings)
})

test('a run inside a run is refused at once, and no main of theirs is started', async ({
  timeline,
}) => {
  const inner = timeline.job('inner main', seconds(1))
  let refused: PromiseSettledResult<unknown> | undefined

  await timeline.outcome('run', () =>
    run(async () => {
      await timeline.sleep(seconds(2))
      refused = await outcomeOf(timeline.start('inner run', () => run(() => inner())))
      await timeline.sleep(seconds(1))
    }),
  )

  expect(
    refused,
    'As long as main is running, the door should be locked for a run inside it',
  ).toRejectSaying(REFUSED)
  expect(timeline).toLookLike(`
      run        ==>
      inner run  ..|
  `)
})

test('locks the door before main begins', async ({ timeline }) => {
  const inner = timeline.job('inner main', seconds(1))
  let refused: PromiseSettledResult<unknown> | undefined

  await timeline.outcome('run', () =>
    run(async () => {
      refused = await outcomeOf(timeline.start('inner run', () => run(() => inner())))
    }),
  )

  expect(
    refused,
    'main may call run in its very first line, and by then the door should be locked',
  ).toRejectSaying(REFUSED)
})

test('lets in one of two who come at the same instant', async ({ timeline }) => {
  const one = timeline.job('one', seconds(2))
  const two = timeline.job('two', seconds(1))

  const first = timeline.start('first', () => run(() => one()))
  const second = timeline.start('second', () => run(() => two()))
  const [early, late] = await Promise.allSettled([first, second])

  expect(early, 'The first of two runs, called one right after the other').toResolveTo('one')
  expect(
    late,
    'Two runs are called one right after the other, and the second comes too late',
  ).toRejectSaying(REFUSED)
})

test('stays locked when it has refused somebody', async ({ timeline }) => {
  const job = timeline.job('main', seconds(4))
  const main = () => job()
  const other = timeline.job('another main', seconds(1))

  const first = timeline.start('first', () => run(main))
  await timeline.sleep(seconds(1))
  await outcomeOf(timeline.start('second', () => run(main)))
  const third = await outcomeOf(timeline.start('third', () => run(() => other())))
  await first

  expect(
    third,
    'The first run is still in progress, though a second one has been refused: a third should be ' +
      'refused, too',
  ).toRejectSaying(REFUSED)
})

test('stays locked for as long as main runs', async ({ timeline }) => {
  const main = timeline.job('main', seconds(12 * 3_600))
  const other = timeline.job('another main', seconds(1))

  const running = outcomeOf(timeline.start('first', () => run(() => main())))
  await timeline.sleep(seconds(11 * 3_600))
  const second = await outcomeOf(timeline.start('second', () => run(() => other())))
  const first = await running

  expect(first, 'main may take twelve hours, and run waits for it').toResolveTo('main')
  expect(
    second,
    'main has been running for eleven hours, and still it is one run at a time',
  ).toRejectSaying(REFUSED)
})

test('refuses by rejecting: run itself does not throw', async ({ timeline }) => {
  const main = timeline.job('main', seconds(2))
  const other = timeline.job('another main', seconds(1))

  const first = timeline.start('first', () => run(() => main()))
  const second = attempt(() => run(() => other()))
  await first

  expect(second.thrown, 'A refusal should come as a rejection; run itself threw').toBeUndefined()
  expect(await second.outcome, 'One run at a time').toRejectSaying(REFUSED)
})

test('hands the error of main on', async ({ timeline }) => {
  const gasIsOff = new Error('the gas is off')
  const main = timeline.job('main', seconds(2), { throws: gasIsOff })

  const outcome = await timeline.outcome('run', () => run(() => main()))

  expect(
    outcome,
    'main has failed, and who called run is the last who can hear of it',
  ).toRejectWith(gasIsOff)
  expect(timeline).toLookLike(`
    run   =x
    main  =x
  `)
})

test('may be called again when the run before has failed', async ({ timeline }) => {
  const breakfast = timeline.job('breakfast', seconds(2), { throws: new Error('the gas is off') })
  const lunch = timeline.job('lunch', seconds(2))

  const second = await timeline.outcome('day', async () => {
    await outcomeOf(run(() => breakfast()))
    await run(() => lunch())
  })

  expect(
    second,
    'A run that has failed is over as well, so the door should be open at once',
  ).toResolveTo(undefined)
})

test('main that rejects with undefined has failed like any other', async ({ timeline }) => {
  const main = timeline.job('main', seconds(2), { throws: undefined })

  const outcome = await timeline.outcome('run', () => run(() => main()))

  expect(outcome, 'No error of yours takes the place of undefined').toRejectWith(undefined)
  expect(timeline).toLookLike(`
    run   =x
    main  =x
  `)
})

test('rejects when main throws before it returns a promise', async ({ timeline }) => {
  const noKey = new Error('no key')
  const main = () => {
    throw noKey
  }

  const { thrown, outcome } = attempt(() => run(main))
  const rejected = await outcome
  await timeline.rest()

  expect(
    thrown,
    'main threw, so run should reject: it returns a promise, whatever happens.\nIt threw',
  ).toBeUndefined()
  expect(rejected, 'run should reject with the error of main').toRejectWith(noKey)
})

test('may be called again after that, too', async ({ timeline }) => {
  const lunch = timeline.job('lunch', seconds(2))

  attempt(() =>
    run(() => {
      throw new Error('no key')
    }),
  )
  await timeline.sleep(seconds(1))
  const second = await timeline.outcome('second', () => run(() => lunch()))

  expect(
    second,
    'main threw before it returned a promise; that run is over, so the door should be open',
  ).toResolveTo('lunch')
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  timeline.call('day', async () => {
    const day: string[] = []
    for (const delay of delays) {
      const main = timeline.job(`main ${delay / seconds(1)}`, delay)
      const shift = outcomeOf(it.run(() => main()))
      await timeline.sleep(delay / 2)
      day.push(endingOf(await outcomeOf(it.run(() => main()))), endingOf(await shift))
    }
    return day
  }),
)

/** Calls run in the open, where one sees whether it throws instead of returning a promise. */
function attempt<T>(call: () => Promise<T>) {
  try {
    return { thrown: undefined, outcome: outcomeOf(call()) }
  } catch (error) {
    return { thrown: error, outcome: undefined }
  }
}
