import { expect, onTheWallClock, test } from '#harness'
import { main } from '#exercises/01-the-post/01-hello-world/hello-world.ts'
import * as reference from '#reference/01-the-post/01-hello-world/hello-world.ts'

const submission = { main }

test('says Hello, and one second later World', async ({ timeline }) => {
  await timeline.call('main', () => main((line) => timeline.mark(line)))

  expect(timeline).toLookLike(`
    main   >
    Hello  |
    World  .|
  `)
})

test('says these two lines and no other, and is done then', async ({ timeline }) => {
  const lines: string[] = []

  const said = await timeline.call('main', async () => {
    await main((line) => void lines.push(line))
    return [...lines]
  })

  expect(lines, 'print, which main is given, is called twice, with Hello and with World').toEqual([
    'Hello',
    'World',
  ])
  expect(
    said,
    'World has not been said yet, and main is done already. Wait for what says World.\n' +
      'When main was done, these had been said',
  ).toEqual(['Hello', 'World'])
})

test('every call waits for a second of its own, also beside another one', async ({ timeline }) => {
  await timeline.outcome('Monday', () => main(() => undefined))
  const both = ['north', 'south'].map((shop) => timeline.start(shop, () => main(() => undefined)))
  await Promise.allSettled(both)
  await timeline.rest()

  expect(timeline).toLookLike(`
    Monday  >
    north   .>
    south   .>
  `)
})

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('main', () => it.main((line) => timeline.mark(line))),
)
