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
import { debounce } from '#exercises/05-time/05-debounce/debounce.ts'
import * as reference from '#reference/05-time/05-debounce/debounce.ts'

const submission = { debounce }

const broken = new Error('no connection')

/** A search that takes a second, and is recorded by what is searched for. */
const searching = (timeline: Timeline) => (text: string) =>
  timeline.job(`search ${text}`, seconds(1), { returns: `menu: ${text}` })()

/** Types one text each second, and resolves to how each of the calls ended. */
async function type(
  timeline: Timeline,
  search: (text: string) => Promise<string>,
  texts: readonly string[],
): Promise<string[]> {
  const callers: Promise<PromiseSettledResult<string>>[] = []
  for (const [index, text] of texts.entries()) {
    if (index > 0) await timeline.sleep(seconds(1))
    callers.push(timeline.outcome(`'${text}'`, () => search(text)))
  }
  return (await Promise.all(callers)).map(endingOf)
}

test('searches once, when nothing has been typed for two seconds', async ({ timeline }) => {
  const search = debounce(seconds(2), searching(timeline))

  await type(timeline, search, ['p', 'pi', 'piz'])

  expect(timeline).toLookLike(`
    'p'         ====>
    'pi'        .===>
    'piz'       ..==>
    search piz  ....>
  `)
})

test('everybody who has called gets the answer to the last call', async ({ timeline }) => {
  const search = debounce(seconds(2), searching(timeline))

  const ends = await type(timeline, search, ['p', 'pi', 'piz'])

  expect(ends, 'What the three who have called it get').toEqual([
    "resolved to 'menu: piz'",
    "resolved to 'menu: piz'",
    "resolved to 'menu: piz'",
  ])
})

test('a single call waits, too', async ({ timeline }) => {
  const search = debounce(seconds(2), searching(timeline))

  await type(timeline, search, ['soup'])

  expect(timeline).toLookLike(`
    'soup'       ==>
    search soup  ..>
  `)
})

test('whoever types again later has a search of their own', async ({ timeline }) => {
  const search = debounce(seconds(2), searching(timeline))

  const first = await type(timeline, search, ['p', 'pi'])
  await timeline.sleep(seconds(8) - timeline.now)
  const second = await type(timeline, search, ['so', 'soup'])

  expect([...first, ...second], 'What the four who have called it get').toEqual([
    "resolved to 'menu: pi'",
    "resolved to 'menu: pi'",
    "resolved to 'menu: soup'",
    "resolved to 'menu: soup'",
  ])
  expect(timeline).toLookLike(`
    'p'          ===>
    'pi'         .==>
    search pi    ...>
    'so'         ........===>
    'soup'       .........==>
    search soup  ...........>
  `)
})

test('all hear of it when the search fails, and the next one is tried', async ({ timeline }) => {
  let fails = true
  const search = debounce(seconds(2), (text: string) => {
    const outcome = fails ? { throws: broken } : { returns: `menu: ${text}` }
    fails = false
    return timeline.job<string>(`search ${text}`, seconds(1), outcome)()
  })

  const first = await type(timeline, search, ['p', 'pi'])
  const second = await type(timeline, search, ['soup'])

  expect([...first, ...second], 'The first search fails. What the three calls came to').toEqual([
    'rejected with Error: no connection',
    'rejected with Error: no connection',
    "resolved to 'menu: soup'",
  ])
})

test('a search that throws at once has failed like any other', async ({ timeline }) => {
  let fails = true
  const search = debounce(seconds(2), (text: string) => {
    if (!fails) return Promise.resolve(`menu: ${text}`)
    fails = false
    throw broken
  })

  const first = await type(timeline, search, ['p', 'pi'])
  const second = await type(timeline, search, ['soup'])

  expect(
    [...first, ...second],
    'The first search throws before it returns a promise. What the three calls came to',
  ).toEqual([
    'rejected with Error: no connection',
    'rejected with Error: no connection',
    "resolved to 'menu: soup'",
  ])
})

test('who types while a search is under way has one of their own', async ({ timeline }) => {
  const search = debounce(seconds(2), (text: string) =>
    timeline.job(`search ${text}`, seconds(5), { returns: `menu: ${text}` })(),
  )

  const early = timeline.outcome("'pi'", () => search('pi'))
  await timeline.sleep(seconds(3))
  const late = timeline.outcome("'soup'", () => search('soup'))
  const ends = [await early, await late].map(endingOf)

  expect(ends, 'The second call comes while the first search is under way. What they get').toEqual([
    "resolved to 'menu: pi'",
    "resolved to 'menu: soup'",
  ])
  expect(timeline).toLookLike(`
    'pi'         ======>
    search pi    ..====>
    'soup'       ...======>
    search soup  .....====>
  `)
})

test('hands on all that was given last, and what comes back', async ({ timeline }) => {
  const given: unknown[][] = []
  const menu = { dishes: 3 }
  const search = debounce(seconds(2), (...args: unknown[]) => {
    given.push(args)
    return Promise.resolve(menu)
  })
  const filter = { vegan: true }

  const [one, two] = await timeline.call('both', () =>
    Promise.all([search('p'), search('pi', filter, undefined)]),
  )
  await timeline.call('later', () => search())

  expect(
    given,
    "Called with 'p', then with 'pi' and two things more, and later with nothing. The search was given",
  ).toEqual([['pi', filter, undefined], []])
  expect(given[0]?.[1]).toBeTheVery(filter)
  expect([one, two], 'What the two callers get').toHoldTheVery([menu, menu])
})

test('thirty keys in a row are one search', async ({ timeline }) => {
  const search = debounce(seconds(0.75), searching(timeline))

  const callers: Promise<unknown>[] = []
  for (let index = 0; index < 30; index += 1) {
    callers.push(timeline.start(`key ${index}`, () => search(`text ${index}`)))
    await timeline.sleep(seconds(0.5))
  }
  await Promise.all(callers)

  expect(timeline, 'A key every half second, and 0.75 to wait').toStart('search text 0', 0)
  expect(timeline, 'The last key comes after 14.5 seconds, and there are 0.75 to wait').toStartAt(
    'search text 29',
    seconds(15.25),
  )
})

test('two search boxes know nothing of each other', async ({ timeline }) => {
  const dishes = debounce(seconds(2), searching(timeline))
  const drinks = debounce(seconds(2), searching(timeline))

  const both = [
    timeline.outcome('dishes', () => dishes('soup')),
    timeline.outcome('drinks', () => drinks('tea')),
  ]
  const ends = (await Promise.all(both)).map(endingOf)

  expect(ends, 'Soup is searched for in one box, tea in another').toEqual([
    "resolved to 'menu: soup'",
    "resolved to 'menu: tea'",
  ])
})

test('takes empty values and empty errors for what they are', async ({ timeline }) => {
  for (const value of EMPTY) {
    const gives = debounce(seconds(2), () => Promise.resolve(value))
    const fails = debounce(seconds(2), () => Promise.reject<string>(value))

    const [one, two] = await Promise.all([
      timeline.outcome('gives', () => gives()),
      timeline.outcome('gives', () => gives()),
    ])
    const [three, four] = await Promise.all([
      timeline.outcome('fails', () => fails()),
      timeline.outcome('fails', () => fails()),
    ])

    const gave = `The search resolves to ${inWords(value)}, and both who have called get that`
    const failed = `The search rejects with ${inWords(value)}, and both who have called hear that`
    expect(one, gave).toResolveTo(value)
    expect(two, gave).toResolveTo(value)
    expect(three, failed).toRejectWith(value)
    expect(four, failed).toRejectWith(value)
  }
})

test('whichever search ends first, everybody gets what they asked for', () =>
  everyInterleaving(async ({ job, timeline }) => {
    const search = debounce(seconds(0.001), async (text: string) => {
      await job(`search ${text}`, undefined)()
      return `menu: ${text}`
    })
    const texts = ['soup', 'tea', 'cake']
    const callers: Promise<string[]>[] = []
    for (const text of texts) {
      callers.push(timeline.start(text, () => Promise.all([search(`${text}?`), search(text)])))
      await timeline.sleep(seconds(1))
    }

    expect(await Promise.all(callers), 'Two call for each text. What they get').toEqual(
      texts.map((text) => [`menu: ${text}`, `menu: ${text}`]),
    )
  }))

withRandomDelays(submission, reference, (it, timeline, delays) => typing(it, timeline, delays))

onTheWallClock(submission, reference, (it, timeline) =>
  typing(it, timeline, [1, 2, 8].map(seconds)),
)

/** A key after each of the delays, and a search when there was none for 2.3 seconds. */
async function typing(
  it: typeof submission,
  timeline: Timeline,
  delays: readonly number[],
): Promise<string[]> {
  const search = it.debounce(seconds(2.3), (text: string) =>
    timeline.job(`search ${text}`, seconds(1.2), { returns: `menu: ${text}` })(),
  )
  const keys = delays.map(async (delay, index) => {
    await timeline.sleep(delay)
    return endingOf(await timeline.outcome(`key ${index}`, () => search(`text ${index}`)))
  })
  return Promise.all(keys)
}
