import {
  EMPTY,
  endingOf,
  everyInterleaving,
  expect,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { firstSuccess } from '#exercises/04-cancellation/03-fastest-supplier/fastest-supplier.ts'
import * as reference from '#reference/04-cancellation/03-fastest-supplier/fastest-supplier.ts'

const submission = { firstSuccess }

const soldOut = (who: string) => new Error(`the ${who} has none`)

const ONE_FOR_EACH_JOB =
  'The AggregateError holds one error for each job, in the order of the jobs, and the very one'

test('buys from the first who can deliver, and calls off the others', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9))
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, shop, market]))

  expect(timeline).toLookLike(`
    firstSuccess  ==>
    farm          ==!
    shop          x
    market        ==>
  `)
})

test('brings what the first of them has delivered', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9), { returns: 'eggs of the farm' })
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })
  const market = timeline.job('market', seconds(3), { returns: 'eggs of the market' })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess([farm, shop, market]))

  expect(outcome).toResolveTo('eggs of the market')
})

test('rejects with all their errors, but only when all have failed', async ({ timeline }) => {
  const errors = ['farm', 'shop', 'market'].map(soldOut)
  const farm = timeline.job<string>('farm', seconds(9), { throws: errors[0] })
  const shop = timeline.job<string>('shop', seconds(1), { throws: errors[1] })
  const market = timeline.job<string>('market', seconds(3), { throws: errors[2] })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess([farm, shop, market]))

  expect(outcome, ONE_FOR_EACH_JOB).toRejectWithAll(errors)
  expect(timeline).toLookLike(`
    firstSuccess  ========x
    farm          ========x
    shop          x
    market        ==x
  `)
})

test('tells the errors in that order, whoever fails first', () =>
  everyInterleaving(async ({ failingJob, timeline }) => {
    const errors = ['farm', 'shop', 'market'].map(soldOut)
    const jobs = ['farm', 'shop', 'market'].map((who, index) => failingJob(who, errors[index]))

    const outcome = await outcomeOf(timeline.start('firstSuccess', () => firstSuccess<never>(jobs)))

    expect(outcome, ONE_FOR_EACH_JOB).toRejectWithAll(errors)
  }))

test('does not wait until those called off have unloaded their carts', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9), { cleanup: seconds(2) })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, market]))

  expect(timeline).toLookLike(`
    firstSuccess  ==>
    farm          ====!
    market        ==>
  `)
})

test('no longer minds who fails later on', async ({ timeline }) => {
  const farm = timeline.job<string>('farm', seconds(9), { throws: soldOut('farm'), deaf: true })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, market]))

  expect(timeline).toLookLike(`
    firstSuccess  ==>
    farm          ========x
    market        ==>
  `)
})

test('takes every value for a success, even none', async ({ timeline }) => {
  const free = timeline.job('free', seconds(1), { returns: 0 })
  const dear = timeline.job('dear', seconds(3), { returns: 12 })
  const silent = timeline.job('silent', seconds(1), { returns: undefined })
  const loud = timeline.job('loud', seconds(3), { returns: undefined })

  const price = await timeline.outcome('price', () => firstSuccess<number>([dear, free]))
  await timeline.outcome('nothing', () => firstSuccess<undefined>([loud, silent]))

  expect(
    price,
    'Who resolves has succeeded, whatever the value: a price of 0 is a price',
  ).toResolveTo(0)
  expect(timeline).toLookLike(`
    price    >
    dear     !
    free     >
    nothing  .>
    loud     .!
    silent   .>
  `)
})

test('believes whoever is first, however close the others are', async ({ timeline }) => {
  const opening = timeline.job('the market opens', seconds(1))()
  const came: string[] = []
  const jobs = ['farm', 'shop', 'market'].map((who) => async () => {
    await opening
    came.push(`eggs of the ${who}`)
    return `eggs of the ${who}`
  })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess(jobs))

  expect(
    outcome,
    'Three deliver at the same instant, one after another: firstSuccess resolves to what the first ' +
      'of them has brought, and nobody who comes later changes that',
  ).toResolveTo(came[0])
})

test('asks all at once, however many there are', async ({ timeline }) => {
  const names = Array.from({ length: 30 }, (_, index) => `farm ${index + 1}`)
  const jobs = names.map((name, index) => timeline.job(name, seconds(index === 29 ? 1 : 5)))

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess(jobs))

  expect(
    outcome,
    'Thirty farms, and the last of them is the fastest: all jobs are started together',
  ).toResolveTo('farm 30')
})

test('rejects at once when there is nobody to ask', async ({ timeline }) => {
  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess<string>([]))

  expect(outcome).toRejectWithAll([])
})

test('takes whatever they reject with for an error, even undefined', async ({ timeline }) => {
  const errors = [...EMPTY, new AggregateError([soldOut('farm')], 'the fair')]
  const jobs = errors.map((error, index) =>
    timeline.job<string>('supplier', seconds(index + 1), { throws: error }),
  )

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess(jobs))

  expect(
    outcome,
    'Who rejects has failed, whatever comes with it, even undefined: count the jobs that have ' +
      'failed, and not the errors that look like one',
  ).toRejectWithAll(errors)
})

test('counts an AbortError like any other failure', async ({ timeline }) => {
  const errors = [new DOMException('the farm has hung up', 'AbortError'), soldOut('shop')]
  const farm = timeline.job<string>('farm', seconds(1), { throws: errors[0] })
  const shop = timeline.job<string>('shop', seconds(2), { throws: errors[1] })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess([farm, shop]))

  expect(
    outcome,
    'The farm hangs up with an AbortError, and nobody has called it off: it has failed like the shop',
  ).toRejectWithAll(errors)
})

test('asks the same supplier twice when the list names it twice', async ({ timeline }) => {
  const none = soldOut('shop')
  const shop = timeline.job<string>('shop', seconds(1), { throws: none })
  const market = timeline.job<string>('market', seconds(3), { throws: none })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess([shop, market, shop]))

  expect(outcome, ONE_FOR_EACH_JOB).toRejectWithAll([none, none, none])
  expect(timeline).toLookLike(`
    firstSuccess  ==x
    shop          x
    market        ==x
    shop          x
  `)
})

test('waits for whoever needs longest', async ({ timeline }) => {
  const ship = timeline.job('ship', seconds(900), { returns: 'eggs from overseas' })
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })

  const outcome = await timeline.outcome('firstSuccess', () => firstSuccess([ship, shop]))

  expect(
    outcome,
    'The ship needs 900 seconds, but it does have eggs; nobody has set a limit',
  ).toResolveTo('eggs from overseas')
})

test('hands over the very thing, and leaves the list as it is', async ({ timeline }) => {
  const eggs = { pieces: 12 }
  const jobs = [
    timeline.job('farm', seconds(9), { returns: eggs }),
    timeline.job('market', seconds(3), { returns: eggs }),
  ]

  const brought = await timeline.call('firstSuccess', () => firstSuccess(jobs))

  expect(brought, 'firstSuccess resolves to the very value of the job').toBeTheVery(eggs)
  expect(
    jobs,
    "The list is the caller's, who may want to ask again tomorrow: read it, and take nothing out " +
      'of it. The list',
  ).toHaveLength(2)
})

test('keeps two orders apart that are open at the same time', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9))
  const market = timeline.job('market', seconds(5))
  const cow = timeline.job('cow', seconds(7))
  const dairy = timeline.job('dairy', seconds(2))

  const eggs = timeline.start('eggs', () => firstSuccess([farm, market]))
  await timeline.sleep(seconds(1))
  const milk = timeline.start('milk', () => firstSuccess([cow, dairy]))
  await Promise.allSettled([eggs, milk])
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    eggs    ====>
    farm    ====!
    market  ====>
    milk    .=>
    cow     .=!
    dairy   .=>
  `,
    {
      sentence:
        'Each call calls off its own losers. Make the controller in the call, not in the file.',
    },
  )
})

withRandomDelays(submission, reference, (it, timeline, delays) => askAll(it, timeline, delays))

onTheWallClock(submission, reference, async (it, timeline) => [
  await askAll(it, timeline, [7, 1, 4].map(seconds), 'supplier'),
  await askAll(it, timeline, [5, 1].map(seconds), 'other supplier'),
])

/** Suppliers with an even delay deliver, the others fail; each cleans up for a time of its own. */
async function askAll(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
  who = 'supplier',
): Promise<string> {
  const jobs = delays.map((delay, index) => {
    const label = `${who} ${index + 1}`
    // Of different lengths, so that no two are over at the same instant.
    const cleanup = delay
    return delay % seconds(2) === 0
      ? timeline.job(label, delay, { cleanup })
      : timeline.job<string>(label, delay, { throws: soldOut(label), cleanup })
  })
  return endingOf(await timeline.outcome('firstSuccess', () => it.firstSuccess(jobs)))
}
