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

withRandomDelays(submission, reference, (it, timeline, delays) =>
  timeline.call('main', () => it.main(delays.map((delay) => delay / seconds(1)))),
)

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('main', () => it.main([1, 3, 5])),
)
