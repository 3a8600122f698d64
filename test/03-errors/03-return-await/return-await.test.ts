import { inspect, isDeepStrictEqual } from 'node:util'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { cookOr, withStove } from '#exercises/03-errors/03-return-await/return-await.ts'
import * as reference from '#reference/03-errors/03-return-await/return-await.ts'
import type { Dish, Stove } from '#reference/03-errors/03-return-await/return-await.ts'

const submission = { cookOr, withStove }

/** What an error or a value may be, too, although it looks like none. */
const NOTHINGS = [undefined, null, 0, '', false]

test('cooks the fallback when the dish fails', async ({ timeline }) => {
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: new Error('the pie is burnt') })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.outcome('cookOr', () =>
    cookOr(
      () => pie(),
      () => soup(),
    ),
  )

  expect(timeline).toLookLike(
    `
    cookOr  ====>
    pie     ==x
    soup    ...=>
    `,
    {
      sentence:
        'The pie fails at second 3, and the soup is cooked instead, from then on. A catch hears ' +
        'only of promises that are awaited inside its try.',
      ...causeIn(timeline),
    },
  )
})

test('leaves the stove on until the dish is cooked', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3))

  await timeline.call('withStove', () => withStove(stoveOf(timeline), () => pie()))

  expect(timeline).toLookLike(
    `
    withStove  ==>
    on         |
    pie        ==>
    off        ...|
    `,
    {
      sentence:
        'The stove goes off, once, when the pie is done. A finally runs when its try is left; ' +
        'only an await keeps you inside until a promise has settled.',
    },
  )
})

test('serves what was cooked', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3), { returns: { name: 'pie' } })
  const burnt = timeline.job<Dish>('burnt', seconds(3), { throws: new Error('burnt') })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  const first = await timeline.call('cookOr', () =>
    cookOr(
      () => pie(),
      () => soup(),
    ),
  )
  const second = await timeline.outcome('cookOr', () =>
    cookOr(
      () => burnt(),
      () => soup(),
    ),
  )
  const third = await timeline.call('withStove', () =>
    withStove(stoveOf(timeline), () => soup().then(({ name }) => `hot ${name}`)),
  )

  expect(first, 'cookOr resolves to the dish when it can be cooked').toEqual({ name: 'pie' })
  expect(second, 'cookOr resolves to the fallback when the dish has failed').toEqual({
    status: 'fulfilled',
    value: { name: 'soup' },
  })
  expect(third, 'withStove resolves to whatever use has given').toBe('hot soup')
})

test('cooks no fallback when the dish is fine', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3), { returns: { name: 'pie' } })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.call('cookOr', () =>
    cookOr(
      () => pie(),
      () => soup(),
    ),
  )

  expect(timeline).toLookLike(
    `
    cookOr  ==>
    pie     ==>
    `,
    {
      sentence: 'The pie is fine: it is cooked once, and no soup, not even to be on the safe side.',
      ...causeIn(timeline),
    },
  )
})

test('tells the caller when the fallback fails as well', async ({ timeline }) => {
  const sentence =
    'Pie and soup have both failed: the caller of cookOr hears it, at once, and is told the ' +
    'error of the fallback'
  const spilt = new Error('the soup is spilt')
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: new Error('the pie is burnt') })
  const soup = timeline.job<Dish>('soup', seconds(2), { throws: spilt })

  const outcome = await timeline.outcome('cookOr', () =>
    cookOr(
      () => pie(),
      () => soup(),
    ),
  )

  expect(timeline).toLookLike(
    `
    cookOr  ====x
    pie     ==x
    soup    ...=x
    `,
    { sentence: `${sentence}.` },
  )
  expectError(outcome, spilt, sentence)
})

test('switches the stove off when the dish fails, and says so', async ({ timeline }) => {
  const sentence =
    'The pie burns: the stove goes off all the same, and the caller of withStove is told that ' +
    'very error'
  const burnt = new Error('the pie is burnt')
  const pie = timeline.job('pie', seconds(3), { throws: burnt })

  const outcome = await timeline.outcome('withStove', () =>
    withStove(stoveOf(timeline), () => pie()),
  )

  expect(timeline).toLookLike(
    `
    withStove  ==x
    on         |
    pie        ==x
    off        ...|
    `,
    { sentence: `${sentence}.` },
  )
  expectError(outcome, burnt, sentence)
})

test('has the stove on before it is used, and off before anybody is told', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3))
  const burnt = timeline.job('burnt', seconds(3), { throws: new Error('the pie is burnt') })

  const order = async (job: () => Promise<unknown>) => {
    const steps: string[] = []
    const stove = { on: () => steps.push('on'), off: () => steps.push('off') }
    const use = () => {
      steps.push('use')
      return job()
    }
    await timeline.outcome('withStove', () =>
      withStove(stove, use).then(
        () => steps.push('told'),
        () => steps.push('told'),
      ),
    )
    return steps
  }
  const [good, bad] = [await order(pie), await order(burnt)]

  const sentence =
    'First the stove goes on, then it is used, then it goes off; only then the caller is told'
  expect(good, sentence).toEqual(['on', 'use', 'off', 'told'])
  expect(bad, `${sentence}, also when the pie burns`).toEqual(['on', 'use', 'off', 'told'])
})

test('switches the stove off when use throws before there is a promise', async ({ timeline }) => {
  const missing = new Error('there is no pan')
  const steps: string[] = []
  const stove = { on: () => steps.push('on'), off: () => steps.push('off') }

  const outcome = await timeline.outcome('withStove', () =>
    withStove(stove, () => {
      throw missing
    }),
  )

  const sentence =
    'use may throw before it returns a promise. Call it where such an error is heard, inside the ' +
    'try: then the stove goes off again, once'
  expect(steps, sentence).toEqual(['on', 'off'])
  expectError(outcome, missing, 'use throws: the caller of withStove has to hear that error')
})

test('cooks the fallback when cook throws before there is a promise', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  const outcome = await timeline.outcome('cookOr', () =>
    cookOr(
      () => {
        throw new Error('there is no pan')
      },
      () => soup(),
    ),
  )

  expect(
    outcome,
    'cook may throw before it returns a promise. Call it where such an error is heard, inside ' +
      'the try: then the fallback is cooked as well',
  ).toEqual({ status: 'fulfilled', value: { name: 'soup' } })
})

test('takes every error for a failure, whatever it is', async ({ timeline }) => {
  const uncooked: unknown[] = []
  const untold: unknown[] = []

  for (const error of NOTHINGS) {
    const pie = timeline.job<Dish>('pie', seconds(1), { throws: error })
    const soup = timeline.job('soup', seconds(1), { returns: { name: 'soup' } })
    const dish = await timeline.outcome('cookOr', () =>
      cookOr(
        () => pie(),
        () => soup(),
      ),
    )
    const used = await timeline.outcome('withStove', () =>
      withStove(stoveOf(timeline), () => pie()),
    )
    if (!isDeepStrictEqual(dish, { status: 'fulfilled', value: { name: 'soup' } })) {
      uncooked.push(error)
    }
    if (used.status === 'fulfilled' || used.reason !== error) untold.push(error)
  }

  const sentence = 'Who rejects has failed, whatever the error is, even undefined'
  expectNone(uncooked, `${sentence}: cookOr cooks the fallback.`)
  expectNone(untold, `${sentence}: withStove rejects with that error.`)
})

test('hands on whatever use has given, even undefined', async ({ timeline }) => {
  const lost: unknown[] = []

  for (const value of NOTHINGS) {
    const use = timeline.job<unknown>('use', seconds(1), { returns: value })
    const used = await timeline.outcome('withStove', () =>
      withStove(stoveOf(timeline), () => use()),
    )
    if (used.status === 'rejected' || used.value !== value) lost.push(value)
  }

  expectNone(
    lost,
    'Who resolves has gone well, whatever the result is, even undefined: withStove resolves to ' +
      'that result.',
  )
})

test('serves the very dish, and no copy of it', async ({ timeline }) => {
  const [pie, soup] = [{ name: 'pie' }, { name: 'soup' }]
  const good = timeline.job('pie', seconds(1), { returns: pie })
  const burnt = timeline.job<Dish>('burnt', seconds(1), { throws: new Error('burnt') })
  const spare = timeline.job('soup', seconds(1), { returns: soup })

  const served = [
    await timeline.call('cookOr', () =>
      cookOr(
        () => good(),
        () => spare(),
      ),
    ),
    await timeline.call('cookOr', () =>
      cookOr(
        () => burnt(),
        () => spare(),
      ),
    ),
    await timeline.call('withStove', () => withStove(stoveOf(timeline), () => good())),
  ]

  const wanted = [pie, soup, pie]
  if (served.some((dish, index) => dish !== wanted[index])) {
    expect.fail(
      'Serve the very object that was cooked, and not another one that looks like it: hand on ' +
        'what you were given.',
    )
  }
})

test('keeps two stoves apart that are in use at the same time', async ({ timeline }) => {
  const [left, right] = [stoveOf(timeline, 'left '), stoveOf(timeline, 'right ')]
  const pie = timeline.job('pie', seconds(3), { throws: new Error('the pie is burnt') })
  const soup = timeline.job('soup', seconds(5))
  const egg = timeline.job('egg', seconds(1))

  const both = [
    timeline.start('withStove', () => withStove(left, () => pie())),
    timeline.start('withStove', () => withStove(right, () => soup())),
  ]
  await Promise.allSettled(both)
  await timeline.outcome('withStove', () => withStove(left, () => egg()))

  expect(timeline).toLookLike(
    `
    withStove  ==x
    left on    |
    pie        ==x
    left off   ...|
    withStove  ====>
    right on   |
    soup       ====>
    right off  .....|
    withStove  .....>
    left on    .....|
    egg        .....>
    left off   ......|
    `,
    {
      sentence:
        'Two stoves are in use at once, and then the left one again: each goes on and off with ' +
        'its own dish. What you note about a stove belongs into the call, not into the file.',
    },
  )
})

test('switches the stove by its own methods', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(1))
  const stove = {
    isOn: false,
    on() {
      this.isOn = true
    },
    off() {
      this.isOn = false
    },
  }

  const wasOn: boolean[] = []
  await timeline.outcome('withStove', () =>
    withStove(stove, () => {
      wasOn.push(stove.isOn)
      return pie()
    }),
  )

  if (!wasOn.includes(true)) {
    expect.fail(
      'The stove was not on while it was in use. It notes that in itself, so call its method ' +
        'there, as stove.on(): on alone, without its stove, does not know whose it is.',
    )
  }
  if (stove.isOn) {
    expect.fail(
      'The stove is still on. It notes that in itself, so call its method there, as stove.off(): ' +
        'off alone, without its stove, does not know whose it is.',
    )
  }
})

test('gives a dish all the time that it needs', async ({ timeline }) => {
  const stew = timeline.job('stew', seconds(7_200), { returns: { name: 'stew' } })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })
  const offAt: number[] = []
  const stove = { on: () => undefined, off: () => offAt.push(timeline.now) }

  const outcome = await timeline.outcome('cookOr', () =>
    cookOr(
      () => withStove(stove, () => stew()),
      () => soup(),
    ),
  )

  const sentence = 'The stew needs two hours, and is worth waiting for'
  expect(outcome, `${sentence}: no soup is cooked meanwhile`).toEqual({
    status: 'fulfilled',
    value: { name: 'stew' },
  })
  expect(offAt, `${sentence}: the stove stays on, and goes off then`).toEqual([seconds(7_200)])
})

test('may be put into one another', async ({ timeline }) => {
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: new Error('the pie is burnt') })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.outcome('kitchen', () =>
    cookOr(
      () => withStove(stoveOf(timeline), () => pie()),
      () => withStove(stoveOf(timeline), () => soup()),
    ),
  )

  expect(timeline).toLookLike(`
    kitchen  ====>
    on       |
    pie      ==x
    off      ...|
    on       ...|
    soup     ...=>
    off      .....|
  `)
})

withRandomDelays(submission, reference, cookAll)

onTheWallClock(submission, reference, (it, timeline) =>
  cookAll(it, timeline, [2, 1, 4].map(seconds)),
)

/** A dish for each delay, one after another; every second fails, and every fourth has no spare. */
async function cookAll(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
): Promise<unknown[]> {
  const served: unknown[] = []
  for (const [index, delay] of delays.entries()) {
    const name = `dish ${index + 1}`
    const dish = timeline.job<Dish>(
      name,
      delay,
      index % 2 === 1 ? { throws: new Error(name) } : { returns: { name } },
    )
    const spare = timeline.job<Dish>(
      'spare',
      seconds(1),
      index % 4 === 3 ? { throws: new Error('no spare') } : { returns: { name: 'spare' } },
    )
    const outcome = await timeline.outcome(`kitchen ${index + 1}`, () =>
      it.cookOr(
        () => it.withStove(stoveOf(timeline), () => dish()),
        () => spare(),
      ),
    )
    served.push(outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason))
  }
  return served
}

/** A stove whose switch is seen in the picture; `which` tells it from others. */
function stoveOf(timeline: Timeline, which = ''): Stove {
  return { on: () => timeline.mark(`${which}on`), off: () => timeline.mark(`${which}off`) }
}

/** Fails with the sentence, and names the values for which it does not hold. */
function expectNone(exceptions: unknown[], sentence: string): void {
  if (exceptions.length === 0) return
  const named = exceptions.map((value) => inspect(value)).join(', ')
  expect.fail(`${sentence} With these it does not: ${named}`)
}

/** Fails when the call has been rejected with another error than this. */
function expectError(outcome: PromiseSettledResult<unknown>, error: Error, sentence: string): void {
  expect(outcome, sentence).toEqual({ status: 'rejected', reason: error })
  expect((outcome as PromiseRejectedResult).reason, `${sentence}; the very object, no copy`).toBe(
    error,
  )
}

/** A fallback that did not wait for the failure; the recording alone would call it a missing await. */
function causeIn({ spans }: Timeline): { cause?: string } {
  const twice = ['pie', 'soup'].find(
    (label) => spans.filter((span) => span.label === label).length > 1,
  )
  if (twice !== undefined) {
    return { cause: `the ${twice} was cooked again. Nobody has asked for a second try.` }
  }
  const start = (label: string) => spans.find((span) => span.label === label)?.start
  return start('soup') === start('pie')
    ? { cause: 'the fallback was called together with cook; call it when cook has failed.' }
    : {}
}
