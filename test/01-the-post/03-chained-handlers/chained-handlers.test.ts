import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { handleRequest, main } from '#exercises/01-the-post/03-chained-handlers/chained-handlers.ts'
import * as reference from '#reference/01-the-post/03-chained-handlers/chained-handlers.ts'

const submission = { handleRequest, main }

test('a request of 3 takes 3 seconds', async ({ timeline }) => {
  await timeline.call('request', () => handleRequest(3))

  expect(timeline).toLookLike(
    `
    request  ==>
    wait 3   ==>
  `,
    wordsFor(timeline),
  )
})

test('serves the requests one after another', async ({ timeline }) => {
  await timeline.call('main', () => main([1, 3, 5, 7, 9]))

  expect(timeline).toLookLike(`
    main    ========================>
    wait 1  >
    wait 3  .==>
    wait 5  ....====>
    wait 7  .........======>
    wait 9  ................========>
  `)
})

test('keeps the order in which the requests came', async ({ timeline }) => {
  await timeline.call('main', () => main([3, 1]))

  expect(timeline).toLookLike(`
    main    ===>
    wait 3  ==>
    wait 1  ...>
  `)
})

test('has nothing to wait for when nobody orders', async ({ timeline }) => {
  await timeline.call('main', () => main([]))

  expect(timeline).toLookLike(`
    main  |
  `)
})

test('counts parts of a second, too', async ({ timeline }) => {
  await timeline.call('main', () => main([0.5, 1.5, 2.5, 3.5]))

  expect(timeline).toLookLike(
    `
    main  =======>
  `,
    { sentence: 'Requests of 0.5, 1.5, 2.5 and 3.5 take 8 seconds: half a second counts, too.' },
  )
})

test('waits for an hour, too', async ({ timeline }) => {
  await timeline.outcome('main', () => main([3_600]))

  expect(
    timeline.spans.find(({ label }) => label === 'main')?.end,
    'A request of 3_600 takes 3_600 seconds, however long that is.\nmain was done at millisecond',
  ).toBe(seconds(3_600))
})

test('goes on after a request that takes no time', async ({ timeline }) => {
  await timeline.call('main', () => main([2, 0, 1]))

  expect(timeline).toLookLike(
    `
    main  ==>
  `,
    { sentence: 'A request of 0 takes no time, and whoever stands behind it is served as well.' },
  )
})

test('serves two equal requests one after another', async ({ timeline }) => {
  await timeline.call('main', () => main([2, 2]))

  expect(timeline).toLookLike(
    `
    main  ===>
  `,
    { sentence: 'Two requests of 2 are two requests: each takes 2 seconds of its own.' },
  )
})

test('leaves the list of the caller as it is', async ({ timeline }) => {
  const requests = [3, 1, 2]

  await timeline.call('main', () => main(requests))

  expect(
    requests,
    'The list belongs to the caller, who may need it again: read it, and change\n' +
      'nothing in it. Afterwards it was',
  ).toEqual([3, 1, 2])
})

test('lets two requests wait side by side when nobody chains them', async ({ timeline }) => {
  const requests = [3, 1].map((request) =>
    timeline.start(`request ${request}`, () => handleRequest(request)),
  )
  await Promise.allSettled(requests)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    request 3  ==>
    request 1  >
  `,
    {
      sentence:
        'handleRequest knows of no other request. It is main that handles them one after another.',
    },
  )
})

test('keeps two lists apart', async ({ timeline }) => {
  const kitchens = [
    timeline.start('north', () => main([4, 1])),
    timeline.start('south', () => main([2])),
  ]
  await Promise.allSettled(kitchens)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    north  ====>
    south  =>
  `,
    {
      sentence:
        'Two calls of main at the same time do not disturb each other: each has a list of its own.',
    },
  )
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  timeline.call('main', () => it.main(delays.map((delay) => delay / seconds(1)))),
)

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('main', () => it.main([1, 3, 5])),
)

/** What the first red picture should say beside itself, when the recording proves it. */
function wordsFor({ spans }: Timeline): { cause?: string } {
  const waits = spans.filter((span) => span.kind === 'wait')
  const tooShort = waits.every(({ start, end }) => (end ?? Infinity) - start < seconds(0.5))
  if (waits.length === 0 || !tooShort) return {}
  return { cause: 'timers count in milliseconds, and 3 seconds are 3_000 of them.' }
}
