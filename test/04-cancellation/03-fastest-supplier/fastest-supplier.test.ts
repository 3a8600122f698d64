import { inspect } from 'node:util'

import {
  everyInterleaving,
  expect,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { firstSuccess } from '#exercises/04-cancellation/03-fastest-supplier/fastest-supplier.ts'
import * as reference from '#reference/04-cancellation/03-fastest-supplier/fastest-supplier.ts'

const submission = { firstSuccess }

const soldOut = (who: string) => new Error(`the ${who} has none`)

test('buys from the first who can deliver, and calls off the others', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9))
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, shop, market]))

  expect(timeline).toLookLike(
    `
    firstSuccess  ==>
    farm          ==!
    shop          x
    market        ==>
  `,
    {
      sentence:
        'The shop has none, the market delivers at second 3: firstSuccess resolves, and the farm is ' +
        'called off.',
      ...likelyCause(timeline),
    },
  )
})

test('brings what the first of them has delivered', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9), { returns: 'eggs of the farm' })
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })
  const market = timeline.job('market', seconds(3), { returns: 'eggs of the market' })

  const eggs = await timeline
    .call('firstSuccess', () => firstSuccess([farm, shop, market]))
    .catch((error: unknown) => error)

  expect(eggs, 'firstSuccess resolves to the value of the first job that succeeds').toBe(
    'eggs of the market',
  )
})

test('rejects only when all of them have failed', async ({ timeline }) => {
  const errors = ['farm', 'shop', 'market'].map(soldOut)
  const farm = timeline.job<string>('farm', seconds(9), { throws: errors[0] })
  const shop = timeline.job<string>('shop', seconds(1), { throws: errors[1] })
  const market = timeline.job<string>('market', seconds(3), { throws: errors[2] })

  const error = await errorOf(
    timeline.call('firstSuccess', () => firstSuccess([farm, shop, market])),
  )

  expect(timeline).toLookLike(
    `
    firstSuccess  ========x
    farm          ========x
    shop          x
    market        ==x
  `,
    {
      sentence: 'Nobody has any eggs, and that is not known before second 9: firstSuccess rejects.',
      ...likelyCause(timeline),
    },
  )
  expectAllErrors(error, errors)
})

test('tells the errors in that order, whoever fails first', () =>
  everyInterleaving(async ({ failingJob, timeline }) => {
    const errors = ['farm', 'shop', 'market'].map(soldOut)
    const jobs = ['farm', 'shop', 'market'].map((who, index) => failingJob(who, errors[index]))

    const error = await errorOf(timeline.start('firstSuccess', () => firstSuccess<never>(jobs)))

    expectAllErrors(error, errors)
  }))

test('does not wait for those who were called off', async ({ timeline }) => {
  const farm = timeline.job('farm', seconds(9), { cleanup: seconds(2) })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, market]))

  expect(timeline).toLookLike(
    `
    firstSuccess  ==>
    farm          ====!
    market        ==>
  `,
    {
      sentence:
        'The farm is called off at second 3, and takes two more seconds to unload its cart. The ' +
        'eggs of the market are here, and nobody waits for that.',
    },
  )
})

test('no longer minds who fails later on', async ({ timeline }) => {
  const farm = timeline.job<string>('farm', seconds(9), { throws: soldOut('farm'), deaf: true })
  const market = timeline.job('market', seconds(3))

  await timeline.outcome('firstSuccess', () => firstSuccess([farm, market]))

  expect(timeline).toLookLike(
    `
    firstSuccess  ==>
    farm          ========x
    market        ==>
  `,
    { sentence: 'The farm hears no signal, and fails at second 9: that concerns nobody any more.' },
  )
})

test('takes every value for a success', async ({ timeline }) => {
  const free = timeline.job('free', seconds(1), { returns: 0 })
  const dear = timeline.job('dear', seconds(3), { returns: 12 })
  const silent = timeline.job('silent', seconds(1), { returns: undefined })
  const loud = timeline.job('loud', seconds(3), { returns: undefined })

  const price = await timeline
    .call('price', () => firstSuccess<number>([dear, free]))
    .catch((error: unknown) => error)
  await timeline.outcome('nothing', () => firstSuccess<undefined>([loud, silent]))

  expect(price, 'Who resolves has succeeded, whatever the value: a price of 0 is a price').toBe(0)
  expect(timeline).toLookLike(
    `
    price    >
    dear     !
    free     >
    nothing  .>
    loud     .!
    silent   .>
  `,
    { sentence: 'Who resolves has succeeded, whatever the value, and even without one.' },
  )
})

test('believes whoever is first, however close the others are', async ({ timeline }) => {
  const opening = timeline.job('the market opens', seconds(1))()
  const came: string[] = []
  const jobs = ['farm', 'shop', 'market'].map((who) => async () => {
    await opening
    came.push(`eggs of the ${who}`)
    return `eggs of the ${who}`
  })

  const eggs = await timeline
    .call('firstSuccess', () => firstSuccess(jobs))
    .catch((error: unknown) => error)

  expect(
    eggs,
    'Three deliver at the same instant, one after another: firstSuccess resolves to what the first ' +
      'of them has brought, and nobody who comes later changes that',
  ).toBe(came[0])
})

test('asks all at once, however many there are', async ({ timeline }) => {
  const names = Array.from({ length: 30 }, (_, index) => `farm ${index + 1}`)
  const jobs = names.map((name, index) => timeline.job(name, seconds(index === 29 ? 1 : 5)))

  const eggs = await timeline
    .call('firstSuccess', () => firstSuccess(jobs))
    .catch((error: unknown) => error)

  expect(
    eggs,
    'Thirty farms, and the last of them is the fastest: all jobs are started together. Whose eggs came',
  ).toBe('farm 30')
})

test('rejects at once when there is nobody to ask', async ({ timeline }) => {
  const error = await errorOf(timeline.call('firstSuccess', () => firstSuccess<string>([])))

  expectAllErrors(error, [])
})

test('takes whatever they reject with for an error, even undefined', async ({ timeline }) => {
  const errors = [undefined, null, 0, '', false, new AggregateError([soldOut('farm')], 'the fair')]
  const jobs = errors.map((error, index) =>
    timeline.job<string>('supplier', seconds(index + 1), { throws: error }),
  )

  const error = await errorOf(timeline.call('firstSuccess', () => firstSuccess(jobs)))

  expectAllErrors(
    error,
    errors,
    'Who rejects has failed, whatever comes with it, even undefined: count the jobs that have ' +
      'failed, and not the errors that look like one. ',
  )
})

test('counts an AbortError like any other failure', async ({ timeline }) => {
  const hungUp = new DOMException('the farm has hung up', 'AbortError')
  const errors = [hungUp, soldOut('shop')]
  const jobs = errors.map((error, index) =>
    timeline.job<string>(['farm', 'shop'][index] ?? '', seconds(index + 1), { throws: error }),
  )

  const error = await errorOf(timeline.start('firstSuccess', () => firstSuccess(jobs)))

  expectAllErrors(
    error,
    errors,
    'The farm hangs up with an AbortError, and nobody has called it off: it has failed like the ' +
      'shop. ',
  )
})

test('asks the same supplier twice when the list names it twice', async ({ timeline }) => {
  const none = soldOut('shop')
  const shop = timeline.job<string>('shop', seconds(1), { throws: none })
  const market = timeline.job<string>('market', seconds(3), { throws: none })

  const error = await errorOf(
    timeline.call('firstSuccess', () => firstSuccess([shop, market, shop])),
  )

  expectAllErrors(error, [none, none, none])
  expect(timeline).toLookLike(
    `
    firstSuccess  ==x
    shop          x
    market        ==x
    shop          x
  `,
    { sentence: 'Each entry of the list is a job of its own, also when the function is the same.' },
  )
})

test('waits for whoever needs longest', async ({ timeline }) => {
  const ship = timeline.job('ship', seconds(900), { returns: 'eggs from overseas' })
  const shop = timeline.job<string>('shop', seconds(1), { throws: soldOut('shop') })

  const eggs = await timeline
    .call('firstSuccess', () => firstSuccess([ship, shop]))
    .catch((error: unknown) => error)

  expect(
    eggs,
    'The ship needs 900 seconds, but it does have eggs; nobody has set a limit. What came',
  ).toBe('eggs from overseas')
})

test('hands over the very thing that was brought', async ({ timeline }) => {
  const eggs = { pieces: 12 }
  const list = [
    timeline.job('farm', seconds(9), { returns: eggs }),
    timeline.job('market', seconds(3), { returns: eggs }),
  ]
  const before = [...list]

  const brought = await timeline
    .call('firstSuccess', () => firstSuccess(list))
    .catch((error: unknown) => error)

  if (brought !== eggs) {
    expect.fail('firstSuccess resolves to the very value of the job, and to no copy of it.')
  }
  expect(
    list.length,
    "The list is the caller's, who may want to ask again tomorrow: read it, and take nothing out " +
      'of it. How many jobs are in it afterwards',
  ).toBe(before.length)
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
        'Eggs are wanted, and a second later milk as well: each call calls off its own losers. ' +
        'Make the controller in the call, not in the file.',
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
): Promise<unknown> {
  const jobs = delays.map((delay, index) => {
    const label = `${who} ${index + 1}`
    // Of different lengths, so that no two are over at the same instant.
    const cleanup = delay
    return delay % seconds(2) === 0
      ? timeline.job(label, delay, { cleanup })
      : timeline.job<string>(label, delay, { throws: soldOut(label), cleanup })
  })
  const outcome = await timeline.outcome('firstSuccess', () => it.firstSuccess(jobs))
  if (outcome.status === 'fulfilled') return outcome.value
  const reason: unknown = outcome.reason
  return reason instanceof AggregateError ? reason.errors.map(inWords) : inWords(reason)
}

/** Fails unless it is an AggregateError of these very errors, in this order. */
function expectAllErrors(error: unknown, errors: unknown[], sentence = ''): void {
  if (!(error instanceof AggregateError)) {
    expect.fail(
      `${sentence}When all have failed, firstSuccess rejects with an AggregateError. This is what ` +
        `came:\n\n${inWords(error)}`,
    )
  }
  const same = error.errors.length === errors.length
  if (same && errors.every((one, index) => one === error.errors[index])) return
  const [wanted, got] = [errors, error.errors].map((list) => list.map(inWords).join(', ') || 'none')
  expect.fail(
    `${sentence}The errors of an AggregateError are all that there were, in the order of the jobs: one for ` +
      'each job, and the very one it has rejected with.\n' +
      `The jobs: ${wanted}\n` +
      `Yours:    ${got}${wanted === got ? ' (the words are the same, the objects are not)' : ''}`,
  )
}

const inWords = (error: unknown): string =>
  error instanceof Error ? error.message : inspect(error)

/** What a call fails with. */
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  )

/** What is most likely missing, read from when firstSuccess and the farm were over. */
function likelyCause({ spans }: Timeline): { cause?: string } {
  const [call, farm, market] = ['firstSuccess', 'farm', 'market'].map((label) =>
    spans.find((span) => span.label === label),
  )
  if (farm && !market) {
    return { cause: 'the next one is asked when the one before has answered. Ask all at once.' }
  }
  if (call?.how === 'rejected' && call.end === seconds(1)) {
    return { cause: 'the first to settle counted, and that was a failure. Only a success ends it.' }
  }
  if (call?.how === 'resolved' && call.end === seconds(3) && farm?.end === seconds(9)) {
    return { cause: 'the losers are still running. Nobody stops them but you: abort their signal.' }
  }
  return call?.end === seconds(9) && market?.how === 'resolved'
    ? { cause: 'the first in time counts, and not the first in the list.' }
    : {}
}
