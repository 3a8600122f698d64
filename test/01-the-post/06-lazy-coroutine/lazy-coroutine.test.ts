import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { coroutine } from '#exercises/01-the-post/06-lazy-coroutine/lazy-coroutine.ts'
import * as reference from '#reference/01-the-post/06-lazy-coroutine/lazy-coroutine.ts'

const submission = { coroutine }
const USED_UP = 'cannot reuse already awaited coroutine'

test('cooks when the guest awaits the slip, not when it is written', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })

  const slip = coroutine(() => cook())
  timeline.mark('slip')
  await timeline.sleep(seconds(5))
  const guest = await timeline.outcome('guest', async () => await slip)

  expect(
    answer(guest),
    'Awaiting the slip should give the dish.\n' +
      '`await` looks for a method called `then` and calls it. A plain promise is the\n' +
      'exception: `await` opens it directly, whatever `then` it was given. The guest',
  ).toBe('noodles')
  expect(timesIn(timeline, 'cook'), 'Dishes cooked for a slip that was awaited once').toBe(1)
  expect(timeline).toLookLike(
    `
      slip   |
      cook   .....==>
      guest  .....==>
    `,
    {
      sentence: 'A slip is only paper: nothing is cooked until somebody awaits it.',
      cause: whyEarly(slip),
    },
  )
})

test('may be looked at, and kept for an hour, before it is awaited', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })
  const slip = coroutine(() => cook())

  const kind = typeof slip.then
  await timeline.sleep(seconds(3_600))
  const early = timesIn(timeline, 'cook')
  const guest = await timeline.outcome('guest', async () => await slip)

  expect(kind, 'A slip has a method called `then`').toBe('function')
  expect(
    early,
    'Somebody has looked whether the slip has a `then`, and has not called it. Cook in `then`, ' +
      'when it is called.\nDishes cooked before that',
  ).toBe(0)
  expect(answer(guest), 'A slip does not grow old in the pocket. The guest').toBe('noodles')
})

test('gives the very dish that was cooked', async ({ timeline }) => {
  const noodles = { dish: 'noodles' }
  const cook = timeline.job('cook', seconds(3), { returns: noodles })
  const slip = coroutine(() => cook())

  const dish = await timeline.call('guest', async () => await slip)

  expect(dish, 'The guest should get what `fn` resolves to').toEqual({ dish: 'noodles' })
  if (dish !== noodles) {
    expect.fail('The guest should get the very dish that `fn` resolves to, and not a copy of it.')
  }
})

test('keeps two slips apart', async ({ timeline }) => {
  const slips = [3, 1].map((n) => {
    const cook = timeline.job(`cook ${n}`, seconds(n))
    return coroutine(() => cook())
  })

  const guest = await timeline.outcome('guest', () => oneAfterAnother(slips))

  expect(
    answer(guest),
    'Two slips have nothing to do with each other: each may be awaited once.\nThe guest',
  ).toBe('cook 3,cook 1')
  expect(timeline).toLookLike(`
    guest   ===>
    cook 3  ==>
    cook 1  ...>
  `)
})

test('keeps two slips for the same function apart', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(1), { returns: 'noodles' })
  const order = () => cook()
  const slips = [coroutine(order), coroutine(order)]

  const guest = await timeline.outcome('guest', () =>
    Promise.all(slips.map(async (slip) => await slip)),
  )

  expect(
    answer(guest),
    'Two slips say the same, and still they are two: each may be awaited once.\nThe guest',
  ).toBe('noodles,noodles')
  expect(timeline).toLookLike(
    `
    guest  >
    cook   >
    cook   >
  `,
    { sentence: 'Two slips are awaited at once: neither waits for the dish of the other.' },
  )
})

test('lets the guest know when the dish burns', async ({ timeline }) => {
  const burned = new Error('burned')
  const cook = timeline.job('cook', seconds(2), { throws: burned })
  const slip = coroutine(() => cook())

  const guest = await timeline.outcome('guest', async () => await slip)

  expect(
    answer(guest),
    'The dish has burned, and the guest should hear of it.\n' +
      '`await` gives `then` two handlers, one for the dish and one for the error:\n' +
      'pass both on. The guest',
  ).toBe('burned')
  if (reasonOf(guest) !== burned) {
    expect.fail(
      'The guest should get the very error that `fn` threw, and not another one that says the same.',
    )
  }
  expect(timeline).toLookLike(`
    guest  =x
    cook   =x
  `)
})

test('lets the guest know when `fn` rejects without a word', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(2), { throws: undefined })
  const slip = coroutine(() => cook())

  await timeline.outcome('guest', async () => await slip)

  expect(timeline).toLookLike(
    `
      guest  =x
      cook   =x
    `,
    { sentence: '`fn` has rejected with undefined, and that is a rejection like any other.' },
  )
})

test('cooks once, however often the slip is awaited', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  await timeline.outcome('first', async () => await slip)
  await timeline.outcome('second', async () => await slip)

  const second = timeline.spans.find((span) => span.label === 'second')
  if (timesIn(timeline, 'cook') === 1 && second?.end === undefined) {
    expect.fail(
      'The second await was told nothing, and stands there for ever. `await` goes on when `then` ' +
        'calls one of its two handlers: a refusal goes to the second one.',
    )
  }
  expect(timeline).toLookLike(
    `
      first   ==>
      cook    ==>
      second  ...|
    `,
    {
      sentence: 'One slip is one dish, however often somebody awaits it.',
      cause: 'every await calls `then`, and every `then` calls `fn` again.',
    },
  )
})

test('refuses a second await', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  await timeline.call('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)
  const third = await timeline.outcome('third', async () => await slip)

  expect(
    answer(second),
    'A promise may be awaited again and again, a coroutine only once.\nThe second await',
  ).toBe(USED_UP)
  expect(
    answer(third),
    'A slip that was refused once stays used up, and is refused every time.\nThe third await',
  ).toBe(USED_UP)
})

test('refuses it at once, while the first is still waiting', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  const first = timeline.start('first', async () => await slip)
  await timeline.sleep(seconds(1))
  const second = await timeline.outcome('second', async () => await slip)
  await first

  expect(answer(second), 'A second await, while the dish is on the fire').toBe(USED_UP)
  expect(timeline).toLookLike(
    `
      first   ==>
      cook    ==>
      second  .|
    `,
    { sentence: 'A slip that somebody has awaited is refused at once.' },
  )
})

test('refuses the second of two awaits within one instant', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  const awaits = ['first', 'second'].map((name) => timeline.start(name, async () => await slip))
  await Promise.allSettled(awaits)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
      first   ==>
      second  |
      cook    ==>
    `,
    {
      sentence:
        'Two await the slip, one right after the other: for the second it is used up already.',
    },
  )
})

test('is used up after a failure, too', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(2), { throws: new Error('burned') })
  const slip = coroutine(() => cook())

  await timeline.outcome('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)

  expect(answer(second), 'A second await, after the dish has burned').toBe(USED_UP)
})

test('is used up when there was nothing to cook, too', async ({ timeline }) => {
  const clean = timeline.job('clean', seconds(2), { returns: undefined })
  const slip = coroutine(() => clean())

  const first = await timeline.outcome('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)

  expect(answer(first), 'The first await').toBe('undefined')
  expect(
    answer(second),
    'A second await, after `fn` has resolved to undefined. ' +
      'Remember that the slip was awaited, and not what came of it.\nThe second await',
  ).toBe(USED_UP)
})

test('takes handlers, as every `then` does', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })
  const burn = timeline.job('burn', seconds(2), { throws: new Error('burned') })
  const plate = async (dish: unknown) => {
    await timeline.sleep(seconds(1))
    return `${String(dish)} on a plate`
  }

  const served = await timeline.call('served', () => coroutine(() => cook()).then(plate))
  const failed = await timeline.outcome('failed', () => coroutine(() => burn()).then(plate))
  const plain = await timeline.outcome('plain', () => coroutine(() => cook()).then(null, plate))

  expect(
    served,
    '`then` should return a promise for what its handler returns, and wait for it if that is a ' +
      'promise',
  ).toBe('noodles on a plate')
  expect(answer(failed), 'With no handler for it, the error should be passed on').toBe('burned')
  expect(answer(plain), 'With no handler for it, the dish should be passed on').toBe('noodles')
})

test('calls one of its two handlers, and never both', async ({ timeline }) => {
  const called: string[] = []
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })
  const burn = timeline.job('burn', seconds(2), { throws: new Error('burned') })
  const drop = (dish: unknown): never => {
    called.push(`took the ${String(dish)}`)
    throw new Error('dropped')
  }
  const excuse = (error: unknown) => {
    called.push(`heard: ${messageOf(error)}`)
    return 'bread'
  }

  const dropped = await timeline.outcome('dropped', () =>
    coroutine(() => cook()).then(drop, excuse),
  )
  const burned = await timeline.outcome('burned', () => coroutine(() => burn()).then(drop, excuse))

  expect(
    called,
    'One handler is for what `fn` resolves to, and the other for the error of `fn`:\n' +
      'one call of `then` calls one of the two. They',
  ).toEqual(['took the noodles', 'heard: burned'])
  expect(answer(dropped), 'What the first handler throws is the outcome of `then`').toBe('dropped')
  expect(answer(burned), 'What the second handler returns is the outcome of `then`').toBe('bread')
})

test('refuses by rejecting: `then` itself does not throw', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())
  await timeline.call('first', async () => await slip)

  let second: PromiseLike<string> | undefined
  const callThen = () => {
    second = slip.then(
      () => 'a dish',
      (error: unknown) => messageOf(error),
    )
  }

  expect(callThen, 'A refusal should come as a rejection').not.toThrow()
  expect(await timeline.call('second', () => second), 'The second `then`').toBe(USED_UP)
})

withRandomDelays(submission, reference, async (it, timeline, delays) => {
  const slips = delays.map((delay) => {
    const cook = timeline.job(`cook ${delay / seconds(1)}`, delay)
    return it.coroutine(() => cook())
  })
  await timeline.sleep(seconds(5))
  return timeline.call('guest', () => oneAfterAnother(slips))
})

onTheWallClock(submission, reference, async (it, timeline) => {
  const slips = [3, 1].map((n) => {
    const cook = timeline.job(`cook ${n}`, seconds(n))
    return it.coroutine(() => cook())
  })
  await timeline.sleep(seconds(2))
  return timeline.call('guest', () => oneAfterAnother(slips))
})

async function oneAfterAnother(slips: PromiseLike<string>[]): Promise<string[]> {
  const dishes: string[] = []
  for (const slip of slips) dishes.push(await slip)
  return dishes
}

/** What an await was told: the message of the error, or what it got instead. */
const answer = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled' ? String(outcome.value) : messageOf(outcome.reason)

const messageOf = (error: unknown): string =>
  error instanceof Error ? oneLine(error.message) : `no Error object, but ${String(error)}`

const oneLine = (text: string): string => text.replaceAll('\n', ' ')

const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : undefined

const timesIn = (timeline: Timeline, label: string): number =>
  timeline.spans.filter((span) => span.label === label).length

const whyEarly = (slip: unknown): string =>
  slip instanceof Promise
    ? 'a promise was returned, and what it promises has always begun (an async function, ' +
      'too, returns a promise). Return an object with a `then` of its own.'
    : 'calling an async function starts it. Keep the function, and call it in `then`.'
