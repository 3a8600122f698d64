import { expect, seconds, test, withRandomDelays } from '#harness'
import { run } from '#exercises/01-the-post/07-run-main/run-main.ts'
import * as reference from '#reference/01-the-post/07-run-main/run-main.ts'

const submission = { run }
const REFUSED = 'run() cannot be called while another run() is in progress'
const NO_ERROR = 'no error'

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

  expect(told(day), 'Every run before is over, so the door should be open.\nrun said').toBe(
    NO_ERROR,
  )
  expect(timeline).toLookLike(`
    day     ====>
    lunch   =>
    dinner  ..==>
  `)
})

test('runs the same main again when it is asked to', async ({ timeline }) => {
  const job = timeline.job('main', seconds(2))
  const main = () => job()

  await timeline.outcome('day', async () => {
    await run(main)
    await run(main)
  })

  expect(timeline).toLookLike(
    `
    day   ===>
    main  =>
    main  ..=>
  `,
    { sentence: 'Every run calls its main, also one that has been run before.' },
  )
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
  if (results[0] !== takings) {
    expect.fail('run should hand on the very object that main returns, and not a copy of it.')
  }
})

test('refuses a run inside a run', async ({ timeline }) => {
  const inner = timeline.job('inner main', seconds(1))
  let answer = 'nothing'

  await timeline.outcome('run', () =>
    run(async () => {
      await timeline.sleep(seconds(2))
      answer = told(await settled(timeline.start('inner run', () => run(() => inner()))))
      await timeline.sleep(seconds(1))
    }),
  )

  expect(
    answer,
    'Until the promise of main has settled, the door should be locked for a run\ninside it.\nrun said',
  ).toBe(REFUSED)
  expect(timeline).toLookLike(
    `
      run        ==>
      inner run  ..|
    `,
    { sentence: 'Who is refused is refused at once, and no main of theirs is started.' },
  )
})

test('locks the door before main begins', async ({ timeline }) => {
  const inner = timeline.job('inner main', seconds(1))
  let answer = 'nothing'

  await timeline.outcome('run', () =>
    run(async () => {
      answer = told(await settled(timeline.start('inner run', () => run(() => inner()))))
    }),
  )

  expect(
    answer,
    'main may call run in its very first line: by then the door should be locked.\nrun said',
  ).toBe(REFUSED)
})

test('lets in one of two who come at the same instant', async ({ timeline }) => {
  const one = timeline.job('one', seconds(2))
  const two = timeline.job('two', seconds(1))

  const first = settled(timeline.start('first', () => run(() => one())))
  const second = settled(timeline.start('second', () => run(() => two())))
  const [early, late] = await Promise.all([first, second])

  expect(told(early), 'The first of two runs, called one right after the other, said').toBe(
    NO_ERROR,
  )
  expect(
    told(late),
    'Two runs are called one right after the other: the second comes too late.\nrun said',
  ).toBe(REFUSED)
})

test('stays locked when it has refused somebody', async ({ timeline }) => {
  const job = timeline.job('main', seconds(4))
  const main = () => job()
  const other = timeline.job('another main', seconds(1))

  const first = timeline.start('first', () => run(main))
  await timeline.sleep(seconds(1))
  await settled(timeline.start('second', () => run(main)))
  const third = await settled(timeline.start('third', () => run(() => other())))
  await first

  expect(
    told(third),
    'The first run is still in progress, though a second one has been refused: a\n' +
      'third should be refused, too.\nrun said',
  ).toBe(REFUSED)
})

test('stays locked for as long as main runs', async ({ timeline }) => {
  const main = timeline.job('main', seconds(12 * 3_600))
  const other = timeline.job('another main', seconds(1))

  const first = settled(timeline.start('first', () => run(() => main())))
  await timeline.sleep(seconds(11 * 3_600))
  const second = await settled(timeline.start('second', () => run(() => other())))

  expect(told(await first), 'main may take twelve hours, and run waits for it.\nrun said').toBe(
    NO_ERROR,
  )
  expect(
    told(second),
    'main has been running for eleven hours, and still it is one run at a time.\nrun said',
  ).toBe(REFUSED)
})

test('refuses by rejecting: run itself does not throw', async ({ timeline }) => {
  const main = timeline.job('main', seconds(2))
  const other = timeline.job('another main', seconds(1))

  const first = timeline.start('first', () => run(() => main()))
  const second = attempt(() => run(() => other()))
  await first

  expect(second.thrown, 'A refusal should come as a rejection; run itself threw').toBeUndefined()
  expect(told(await second.outcome), 'One run at a time.\nrun said').toBe(REFUSED)
})

test('hands the error of main on', async ({ timeline }) => {
  const gasIsOff = new Error('the gas is off')
  const main = timeline.job('main', seconds(2), { throws: gasIsOff })

  const outcome = await timeline.outcome('run', () => run(() => main()))

  expect(
    told(outcome),
    'main has failed, and who called run is the last who can hear of it.\nrun said',
  ).toBe('the gas is off')
  expectVery(gasIsOff, outcome)
  expect(timeline).toLookLike(`
    run   =x
    main  =x
  `)
})

test('may be called again when the run before has failed', async ({ timeline }) => {
  const breakfast = timeline.job('breakfast', seconds(2), { throws: new Error('the gas is off') })
  const lunch = timeline.job('lunch', seconds(2))

  const second = await timeline.outcome('day', async () => {
    await settled(run(() => breakfast()))
    await run(() => lunch())
  })

  expect(
    told(second),
    'A run that has failed is over as well, so the door should be open at once.\nrun said',
  ).toBe(NO_ERROR)
})

test('hands the error of main on, be it nothing', async ({ timeline }) => {
  const main = timeline.job('main', seconds(2), { throws: undefined })

  const outcome = await timeline.outcome('run', () => run(() => main()))

  expect(timeline).toLookLike(
    `
    run   =x
    main  =x
  `,
    { sentence: 'main has rejected with undefined, and that is a failure like any other.' },
  )
  expect(
    String(reasonOf(outcome)),
    'main has rejected with undefined, and no error of yours takes its place.\nrun rejected with',
  ).toBe('undefined')
})

test('rejects when main throws before it returns a promise', async ({ timeline }) => {
  const noKey = new Error('no key')
  const main = () => {
    throw noKey
  }

  const { thrown, outcome } = attempt(() => run(main))

  expect(
    thrown,
    'main threw, so run should reject: it returns a promise, whatever happens.\nIt threw',
  ).toBeUndefined()
  const rejected = await timeline.call('run', () => outcome)
  expect(told(rejected), 'run should reject with the error of main.\nrun said').toBe('no key')
  expectVery(noKey, rejected)
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
    told(second),
    'main threw before it returned a promise; that run is over, so the door should be open.\n' +
      'run said',
  ).toBe(NO_ERROR)
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  timeline.call('day', async () => {
    const day: string[] = []
    for (const delay of delays) {
      const main = timeline.job(`main ${delay / seconds(1)}`, delay)
      const shift = settled(it.run(() => main()))
      await timeline.sleep(delay / 2)
      day.push(told(await settled(it.run(() => main()))), told(await shift))
    }
    return day
  }),
)

/** What a run told its caller: the message of its error, or that there was none. */
function told(outcome: PromiseSettledResult<unknown> | undefined): string {
  if (outcome?.status !== 'rejected') return NO_ERROR
  const reason: unknown = outcome.reason
  return reason instanceof Error
    ? oneLine(reason.message)
    : `no Error object, but ${String(reason)}`
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ')

const reasonOf = (outcome: PromiseSettledResult<unknown> | undefined): unknown =>
  outcome?.status === 'rejected' ? outcome.reason : undefined

/** Fails when the error is another one with the same message. */
function expectVery(error: Error, outcome: PromiseSettledResult<unknown> | undefined): void {
  if (reasonOf(outcome) === error) return
  expect.fail(
    'run should reject with the very error that main threw, and not with another one that says ' +
      'the same.',
  )
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([promise])
  return outcome
}

/** Calls run in the open, where one sees whether it throws instead of returning a promise. */
function attempt<T>(call: () => Promise<T>) {
  try {
    return { thrown: undefined, outcome: settled(call()) }
  } catch (error) {
    return { thrown: error, outcome: undefined }
  }
}
