import { expect, onTheWallClock, seconds, test, withRandomDelays } from '#harness'
import { handleRequest, main } from '#exercises/01-the-post/03-chained-handlers/chained-handlers.ts'
import * as reference from '#reference/01-the-post/03-chained-handlers/chained-handlers.ts'

const submission = { handleRequest, main }

test('a request of 3 takes 3 seconds', async ({ timeline }) => {
  await timeline.call('request', () => handleRequest(3))

  expect(timeline).toLookLike(`
    request  ==>
    wait 3   ==>
  `)
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

test('half a second counts, too: requests of 0.5, 1.5, 2.5 and 3.5 take 8 seconds', async ({
  timeline,
}) => {
  await timeline.call('main', () => main([0.5, 1.5, 2.5, 3.5]))

  expect(timeline).toLookLike(
    `
    main  =======>
  `,
  )
})

test('a request of 3_600 takes an hour', async ({ timeline }) => {
  await timeline.outcome('main', () => main([3_600]))

  expect(timeline, 'A request of 3_600 takes 3_600 seconds, however long that is').toEndAt(
    'main',
    seconds(3_600),
  )
})

test('a request of 0 takes no time, and whoever stands behind it is served as well', async ({
  timeline,
}) => {
  await timeline.call('main', () => main([2, 0, 1]))

  expect(timeline).toLookLike(`
    main  ==>
  `)
})

test('two requests of 2 are two requests: each takes 2 seconds of its own', async ({
  timeline,
}) => {
  await timeline.call('main', () => main([2, 2]))

  expect(timeline).toLookLike(`
    main  ===>
  `)
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

test('handleRequest knows of no other request: it is main that chains them', async ({
  timeline,
}) => {
  const requests = [3, 1].map((request) =>
    timeline.start(`request ${request}`, () => handleRequest(request)),
  )
  await Promise.allSettled(requests)
  await timeline.rest()

  expect(timeline).toLookLike(`
    request 3  ==>
    request 1  >
  `)
})

test('two calls of main do not disturb each other: each has a list of its own', async ({
  timeline,
}) => {
  const kitchens = [
    timeline.start('north', () => main([4, 1])),
    timeline.start('south', () => main([2])),
  ]
  await Promise.allSettled(kitchens)
  await timeline.rest()

  expect(timeline).toLookLike(`
    north  ====>
    south  =>
  `)
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  timeline.call('main', () => it.main(delays.map((delay) => delay / seconds(1)))),
)

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('main', () => it.main([1, 3, 5])),
)
