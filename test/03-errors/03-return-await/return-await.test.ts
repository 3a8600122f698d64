import {
  EMPTY,
  expect,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { cookOr, withStove } from '#exercises/03-errors/03-return-await/return-await.ts'
import * as reference from '#reference/03-errors/03-return-await/return-await.ts'
import type { Dish, Stove } from '#reference/03-errors/03-return-await/return-await.ts'

const submission = { cookOr, withStove }

const burnt = new Error('the pie is burnt')

test('cooks the fallback when the dish has failed, and not before', async ({ timeline }) => {
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: burnt })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.outcome('cookOr', () => cookOr(pie, soup))

  expect(timeline).toLookLike(
    `
    cookOr  ====>
    pie     ==x
    soup    ...=>
  `,
    { sentence: 'A catch hears only of promises that are awaited inside its try.' },
  )
})

test('leaves the stove on until the dish is cooked', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3))

  await timeline.call('withStove', () => withStove(stoveOf(timeline), pie))

  expect(timeline).toLookLike(
    `
    withStove  ==>
    on         |
    pie        ==>
    off        ...|
  `,
    {
      sentence:
        'A finally runs when its try is left; only an await keeps you inside until a promise has ' +
        'settled.',
    },
  )
})

test('serves what was cooked', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3), { returns: { name: 'pie' } })
  const burntPie = timeline.job<Dish>('burnt pie', seconds(3), { throws: burnt })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })
  const hotSoup = () => soup().then(({ name }) => `hot ${name}`)

  const first = await timeline.outcome('cookOr', () => cookOr(pie, soup))
  const second = await timeline.outcome('cookOr', () => cookOr(burntPie, soup))
  const third = await timeline.outcome('withStove', () => withStove(stoveOf(timeline), hotSoup))

  expect(first, 'cookOr resolves to the dish when it can be cooked').toResolveTo({ name: 'pie' })
  expect(second, 'cookOr resolves to the fallback when the dish has failed').toResolveTo({
    name: 'soup',
  })
  expect(third, 'withStove resolves to whatever use has given').toResolveTo('hot soup')
})

test('cooks a fine dish once, and no fallback to be on the safe side', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3), { returns: { name: 'pie' } })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.call('cookOr', () => cookOr(pie, soup))

  expect(timeline).toLookLike(`
    cookOr  ==>
    pie     ==>
  `)
})

test('tells the caller at once when the fallback fails as well', async ({ timeline }) => {
  const spilt = new Error('the soup is spilt')
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: burnt })
  const soup = timeline.job<Dish>('soup', seconds(2), { throws: spilt })

  const outcome = await timeline.outcome('cookOr', () => cookOr(pie, soup))

  expect(outcome, 'The caller of cookOr is told the error of the fallback').toRejectWith(spilt)
  expect(timeline).toLookLike(`
    cookOr  ====x
    pie     ==x
    soup    ...=x
  `)
})

test('switches the stove off when the dish fails, and tells the caller', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3), { throws: burnt })

  const outcome = await timeline.outcome('withStove', () => withStove(stoveOf(timeline), pie))

  expect(outcome, 'The caller of withStove is told that very error').toRejectWith(burnt)
  expect(timeline).toLookLike(`
    withStove  ==x
    on         |
    pie        ==x
    off        ...|
  `)
})

test('has the stove on before it is used, and off before anybody is told', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(3))
  const burntPie = timeline.job('burnt pie', seconds(3), { throws: burnt })
  const stepsWith = async (job: () => Promise<unknown>) => {
    const steps: string[] = []
    const use = () => {
      steps.push('use')
      return job()
    }
    const told = () => steps.push('told')
    await timeline.outcome('withStove', () => withStove(noting(steps), use).then(told, told))
    return steps
  }

  const [good, bad] = [await stepsWith(pie), await stepsWith(burntPie)]

  const sentence =
    'First the stove goes on, then it is used, then it goes off; only then the caller is told'
  expect(good, sentence).toEqual(['on', 'use', 'off', 'told'])
  expect(bad, `${sentence}, also when the pie burns`).toEqual(['on', 'use', 'off', 'told'])
})

test('switches the stove off when use throws before there is a promise', async ({ timeline }) => {
  const missing = new Error('there is no pan')
  const steps: string[] = []
  const use = () => {
    throw missing
  }

  const outcome = await timeline.outcome('withStove', () => withStove(noting(steps), use))

  expect(
    steps,
    'use may throw before it returns a promise. Call it where such an error is heard, inside the ' +
      'try: then the stove goes off again, once',
  ).toEqual(['on', 'off'])
  expect(outcome, 'use throws: the caller of withStove has to hear it').toRejectWith(missing)
})

test('cooks the fallback when cook throws before there is a promise', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })
  const cook = () => {
    throw new Error('there is no pan')
  }

  const outcome = await timeline.outcome('cookOr', () => cookOr(cook, soup))

  expect(
    outcome,
    'cook may throw before it returns a promise. Call it where such an error is heard, inside ' +
      'the try: then the fallback is cooked as well',
  ).toResolveTo({ name: 'soup' })
})

test('takes every error for a failure, whatever it is', async ({ timeline }) => {
  const soup = timeline.job('soup', seconds(1), { returns: { name: 'soup' } })

  for (const error of EMPTY) {
    const pie = timeline.job<Dish>('pie', seconds(1), { throws: error })

    const dish = await timeline.outcome('cookOr', () => cookOr(pie, soup))
    const used = await timeline.outcome('withStove', () => withStove(stoveOf(timeline), pie))

    const sentence = 'Who rejects has failed, whatever the error is, even undefined'
    expect(dish, `${sentence}: cookOr cooks the fallback`).toResolveTo({ name: 'soup' })
    expect(used, `${sentence}: withStove rejects with that error`).toRejectWith(error)
  }
})

test('hands on whatever use has given, even undefined', async ({ timeline }) => {
  for (const value of EMPTY) {
    const use = timeline.job<unknown>('use', seconds(1), { returns: value })

    const used = await timeline.outcome('withStove', () => withStove(stoveOf(timeline), use))

    expect(
      used,
      'Who resolves has gone well, whatever the result is, even undefined: withStove resolves to ' +
        'that result',
    ).toResolveTo(value)
  }
})

test('serves the very dish, and no copy of it', async ({ timeline }) => {
  const [pie, soup] = [{ name: 'pie' }, { name: 'soup' }]
  const good = timeline.job('pie', seconds(1), { returns: pie })
  const bad = timeline.job<Dish>('burnt pie', seconds(1), { throws: burnt })
  const spare = timeline.job('soup', seconds(1), { returns: soup })

  const served = [
    await timeline.call('cookOr', () => cookOr(good, spare)),
    await timeline.call('cookOr', () => cookOr(bad, spare)),
    await timeline.call('withStove', () => withStove(stoveOf(timeline), good)),
  ]

  expect(
    served,
    'Serve the very object that was cooked, and not another one that looks like it: hand on ' +
      'what you were given',
  ).toHoldTheVery([pie, soup, pie])
})

test('keeps two stoves apart that are in use at the same time', async ({ timeline }) => {
  const [left, right] = [stoveOf(timeline, 'left '), stoveOf(timeline, 'right ')]
  const pie = timeline.job('pie', seconds(3), { throws: burnt })
  const soup = timeline.job('soup', seconds(5))
  const egg = timeline.job('egg', seconds(1))

  await Promise.allSettled([
    timeline.start('withStove', () => withStove(left, pie)),
    timeline.start('withStove', () => withStove(right, soup)),
  ])
  await timeline.outcome('withStove', () => withStove(left, egg))

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
    { sentence: 'What you note about a stove belongs into the call, not into the file.' },
  )
})

test('switches the stove by its own methods', async ({ timeline }) => {
  const pie = timeline.job('pie', seconds(1))
  const wasOn: boolean[] = []
  const stove = {
    isOn: false,
    on() {
      this.isOn = true
    },
    off() {
      this.isOn = false
    },
  }
  const use = () => {
    wasOn.push(stove.isOn)
    return pie()
  }

  await timeline.outcome('withStove', () => withStove(stove, use))

  expect(
    wasOn.includes(true),
    'The stove was not on while it was in use. It notes that in itself, so call its method ' +
      'there, as stove.on(): on alone, without its stove, does not know whose it is. Was it on',
  ).toBe(true)
  expect(
    stove.isOn,
    'The stove is still on. It notes that in itself, so call its method there, as stove.off(): ' +
      'off alone, without its stove, does not know whose it is. Is it on',
  ).toBe(false)
})

test('gives a dish all the time that it needs', async ({ timeline }) => {
  const stew = timeline.job('stew', seconds(7_200), { returns: { name: 'stew' } })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })
  const offAt: number[] = []
  const stove = { on: () => undefined, off: () => offAt.push(timeline.now) }

  const outcome = await timeline.outcome('cookOr', () => cookOr(() => withStove(stove, stew), soup))

  const sentence = 'The stew needs two hours, and is worth waiting for'
  expect(outcome, `${sentence}: no soup is cooked meanwhile`).toResolveTo({ name: 'stew' })
  expect(offAt, `${sentence}: the stove stays on, and goes off then`).toEqual([seconds(7_200)])
})

test('may be put into one another', async ({ timeline }) => {
  const pie = timeline.job<Dish>('pie', seconds(3), { throws: burnt })
  const soup = timeline.job('soup', seconds(2), { returns: { name: 'soup' } })

  await timeline.outcome('kitchen', () =>
    cookOr(
      () => withStove(stoveOf(timeline), pie),
      () => withStove(stoveOf(timeline), soup),
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
    const dish = dishOf(timeline, `dish ${index + 1}`, delay, index % 2 === 1)
    const spare = dishOf(timeline, 'spare', seconds(1), index % 4 === 3)
    const outcome = await timeline.outcome(`kitchen ${index + 1}`, () =>
      it.cookOr(() => it.withStove(stoveOf(timeline), dish), spare),
    )
    served.push(outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason))
  }
  return served
}

const dishOf = (timeline: Timeline, name: string, ms: number, fails: boolean) =>
  timeline.job<Dish>(name, ms, fails ? { throws: new Error(name) } : { returns: { name } })

/** A stove whose switch is seen in the picture; `which` tells it from others. */
const stoveOf = (timeline: Timeline, which = ''): Stove => ({
  on: () => timeline.mark(`${which}on`),
  off: () => timeline.mark(`${which}off`),
})

/** A stove that writes down how it is switched. */
const noting = (steps: string[]): Stove => ({
  on: () => void steps.push('on'),
  off: () => void steps.push('off'),
})
