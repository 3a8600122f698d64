import { countOf, expect, onTheWallClock, seconds, test, withRandomDelays } from '#harness'
import { coroutine } from '#exercises/01-the-post/06-lazy-coroutine/lazy-coroutine.ts'
import * as reference from '#reference/01-the-post/06-lazy-coroutine/lazy-coroutine.ts'

const submission = { coroutine }
const USED_UP = 'cannot reuse already awaited coroutine'

test('nothing is cooked when the slip is written, only when somebody awaits it', async ({
  timeline,
}) => {
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })

  const slip = coroutine(() => cook())
  timeline.mark('slip')
  await timeline.sleep(seconds(5))
  const guest = await timeline.outcome('guest', async () => await slip)

  expect(
    guest,
    'Awaiting the slip should give the dish.\n' +
      '`await` looks for a method called `then` and calls it. A plain promise is the exception: ' +
      '`await` opens it directly, whatever `then` it was given',
  ).toResolveTo('noodles')
  expect(timeline, 'A slip that is awaited once is one dish').toStart('cook', 1)
  expect(timeline).toLookLike(`
      slip   |
      cook   .....==>
      guest  .....==>
  `)
})

test('may be looked at, and kept for an hour, before it is awaited', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3), { returns: 'noodles' })
  const slip = coroutine(() => cook())

  const kind = typeof slip.then
  await timeline.sleep(seconds(3_600))
  const early = countOf(timeline, 'cook')
  const guest = await timeline.outcome('guest', async () => await slip)

  expect(kind, 'A slip has a method called `then`').toBe('function')
  expect(
    early,
    'Somebody has looked whether the slip has a `then`, and has not called it. Cook in `then`, ' +
      'when it is called.\nDishes cooked before that',
  ).toBe(0)
  expect(guest, 'A slip does not grow old in the pocket').toResolveTo('noodles')
})

test('gives the very dish that was cooked', async ({ timeline }) => {
  const noodles = { dish: 'noodles' }
  const cook = timeline.job('cook', seconds(3), { returns: noodles })
  const slip = coroutine(() => cook())

  const dish = await timeline.call('guest', async () => await slip)

  expect(dish, 'The guest should get the very dish that `fn` resolves to').toBeTheVery(noodles)
})

test('keeps two slips apart', async ({ timeline }) => {
  const slips = [3, 1].map((n) => {
    const cook = timeline.job(`cook ${n}`, seconds(n))
    return coroutine(() => cook())
  })

  const guest = await timeline.outcome('guest', () => oneAfterAnother(slips))

  expect(
    guest,
    'Two slips have nothing to do with each other: each may be awaited once',
  ).toResolveTo(['cook 3', 'cook 1'])
  expect(timeline).toLookLike(`
    guest   ===>
    cook 3  ==>
    cook 1  ...>
  `)
})

test('two slips for the same function are two dishes, and none waits for the other', async ({
  timeline,
}) => {
  const cook = timeline.job('cook', seconds(1), { returns: 'noodles' })
  const order = () => cook()
  const slips = [coroutine(order), coroutine(order)]

  const guest = await timeline.outcome('guest', () =>
    Promise.all(slips.map(async (slip) => await slip)),
  )

  expect(
    guest,
    'Two slips say the same, and still they are two: each may be awaited once',
  ).toResolveTo(['noodles', 'noodles'])
  expect(timeline).toLookLike(`
    guest  >
    cook   >
    cook   >
  `)
})

test('lets the guest know when the dish burns', async ({ timeline }) => {
  const burned = new Error('burned')
  const cook = timeline.job('cook', seconds(2), { throws: burned })
  const slip = coroutine(() => cook())

  const guest = await timeline.outcome('guest', async () => await slip)

  expect(
    guest,
    'The dish has burned, and the guest should hear of it.\n' +
      '`await` gives `then` two handlers, one for the dish and one for the error: pass both on',
  ).toRejectWith(burned)
  expect(timeline).toLookLike(`
    guest  =x
    cook   =x
  `)
})

test('a dish that fails with undefined has failed like any other', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(2), { throws: undefined })
  const slip = coroutine(() => cook())

  await timeline.outcome('guest', async () => await slip)

  expect(timeline).toLookLike(`
      guest  =x
      cook   =x
  `)
})

test('one slip is one dish, however often somebody awaits it', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  await timeline.outcome('first', async () => await slip)
  await timeline.outcome('second', async () => await slip)

  expect(timeline).toLookLike(`
      first   ==>
      cook    ==>
      second  ...|
  `)
})

test('refuses a second await', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  await timeline.call('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)
  const third = await timeline.outcome('third', async () => await slip)

  expect(second, 'A promise may be awaited again and again, a coroutine only once').toRejectSaying(
    USED_UP,
  )
  expect(
    third,
    'A slip that was refused once stays used up, and is refused every time',
  ).toRejectSaying(USED_UP)
})

test('refuses it at once, while the first await still waits for the dish', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  const first = timeline.start('first', async () => await slip)
  await timeline.sleep(seconds(1))
  const second = await timeline.outcome('second', async () => await slip)
  await first

  expect(second, 'A second await, while the dish is on the fire').toRejectSaying(USED_UP)
  expect(timeline).toLookLike(`
      first   ==>
      cook    ==>
      second  .|
  `)
})

test('of two awaits, one right after the other, the second is refused', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())

  const awaits = ['first', 'second'].map((name) => timeline.start(name, async () => await slip))
  await Promise.allSettled(awaits)
  await timeline.rest()

  expect(timeline).toLookLike(`
      first   ==>
      second  |
      cook    ==>
  `)
})

test('is used up after a failure, too', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(2), { throws: new Error('burned') })
  const slip = coroutine(() => cook())

  await timeline.outcome('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)

  expect(second, 'A second await, after the dish has burned').toRejectSaying(USED_UP)
})

test('is used up when there was nothing to cook, too', async ({ timeline }) => {
  const clean = timeline.job('clean', seconds(2), { returns: undefined })
  const slip = coroutine(() => clean())

  const first = await timeline.outcome('first', async () => await slip)
  const second = await timeline.outcome('second', async () => await slip)

  expect(first, 'The first await').toResolveTo(undefined)
  expect(
    second,
    'A second await, after `fn` has resolved to undefined. ' +
      'Remember that the slip was awaited, and not what came of it',
  ).toRejectSaying(USED_UP)
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
  expect(failed, 'With no handler for it, the error should be passed on').toRejectSaying('burned')
  expect(plain, 'With no handler for it, the dish should be passed on').toResolveTo('noodles')
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
    called.push(`heard: ${String(error)}`)
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
  ).toEqual(['took the noodles', 'heard: Error: burned'])
  expect(dropped, 'What the first handler throws is the outcome of `then`').toRejectSaying(
    'dropped',
  )
  expect(burned, 'What the second handler returns is the outcome of `then`').toResolveTo('bread')
})

test('refuses by rejecting: `then` itself does not throw', async ({ timeline }) => {
  const cook = timeline.job('cook', seconds(3))
  const slip = coroutine(() => cook())
  await timeline.call('first', async () => await slip)

  let second: PromiseLike<string> | undefined
  const callThen = () => {
    second = slip.then(
      () => 'a dish',
      (error: unknown) => String(error),
    )
  }

  expect(callThen, 'A refusal should come as a rejection').toThrowNothing()
  expect(await timeline.call('second', () => second), 'The second `then`').toBe(`Error: ${USED_UP}`)
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
