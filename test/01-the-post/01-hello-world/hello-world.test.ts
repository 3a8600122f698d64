import { expect, onTheWallClock, seconds, test, type Timeline } from '#harness'
import { main } from '#exercises/01-the-post/01-hello-world/hello-world.ts'
import * as reference from '#reference/01-the-post/01-hello-world/hello-world.ts'

const submission = { main }

test('says Hello, and one second later World', async ({ timeline }) => {
  await timeline.call('main', () => main((line) => timeline.mark(line)))

  expect(timeline).toLookLike(
    `
    main   >
    Hello  |
    World  .|
  `,
    wordsFor(timeline),
  )
})

test('says these two lines and no other, and is done then', async ({ timeline }) => {
  const lines: string[] = []

  const said = await timeline.call('main', async () => {
    await main((line) => void lines.push(line))
    return [...lines]
  })

  expect(lines, 'print is called twice, with Hello and with World').toEqual(['Hello', 'World'])
  expect(
    said,
    'World has not been said yet, and main is done already. Wait for what says World.\n' +
      'When main was done, these had been said',
  ).toEqual(['Hello', 'World'])
})

test('waits as long when the shop opens again, and when two open at once', async ({ timeline }) => {
  await timeline.outcome('Monday', () => main(() => undefined))
  const both = ['north', 'south'].map((shop) => timeline.start(shop, () => main(() => undefined)))
  await Promise.allSettled(both)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    Monday  >
    north   .>
    south   .>
  `,
    {
      sentence:
        'Each call of main waits for a second of its own, also when another one is waiting.',
    },
  )
})

onTheWallClock(submission, reference, (it, timeline) =>
  timeline.call('main', () => it.main((line) => timeline.mark(line))),
)

/** What a first red picture should say beside the picture itself. */
function wordsFor(timeline: Timeline): { sentence: string; cause?: string } {
  const sentence = 'Hello is said at once, World one second later, and then main is done.'
  const cause = causeOf(timeline)
  return cause === undefined ? { sentence } : { sentence, cause }
}

/** The likeliest cause: the recording knows of timers that the picture does not show. */
function causeOf({ spans }: Timeline): string | undefined {
  const soon = (instant = Infinity) => instant < seconds(0.5)
  const [hello, world, call] = ['Hello', 'World', 'main'].map((label) =>
    spans.find((span) => span.label === label),
  )
  const waits = spans.filter((span) => span.kind === 'wait')

  if (!spans.some((span) => span.kind === 'mark')) {
    return 'nothing was said with print, the function that main is given.'
  }
  if (!hello || !world) return 'the lines are Hello and World, each said with a print of its own.'
  if (!soon(hello.start)) {
    return 'Hello stands after an await. An async function starts at once, and only what follows its first await comes later.'
  }
  if (waits.length === 0) return 'nothing in main takes any time yet: no timer was set.'
  if (waits.every((wait) => soon(wait.end))) {
    return 'the timer rang too early. Timers count in milliseconds: one second is 1_000 of them.'
  }
  if (soon(world.start)) {
    return soon(call?.end)
      ? 'the timer was set, but main did not wait for it. An await needs a promise that the timer resolves.'
      : 'World was said before the wait began. Only what stands after the await comes later.'
  }
  return soon(call?.end)
    ? 'a callback says World, and main does not wait for callbacks. It waits for a promise that it awaits or returns.'
    : undefined
}
