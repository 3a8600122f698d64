import { EventEmitter } from 'node:events'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { waitForConfirm } from '#exercises/01-the-post/05-confirm-button/confirm-button.ts'
import * as reference from '#reference/01-the-post/05-confirm-button/confirm-button.ts'

const submission = { waitForConfirm }

const pasta = { table: 4, dish: 'pasta' }
const soup = { table: 2, dish: 'soup' }

/** Fails with a sentence when nobody listens to such an event of the page. */
function expectListenerFor(event: string, page: EventEmitter, sentence: string): void {
  expect(page.eventNames(), `${sentence} Listened to`).toContain(event)
}

/** Lets a page fail. Node throws an 'error' to which nobody listens; here a sentence does. */
function failWith(error: Error, page: EventEmitter): void {
  expectListenerFor(
    'error',
    page,
    "Nobody listens to the page's 'error', so waitForConfirm would wait for ever. A promise " +
      'needs a way to fail as well.',
  )
  expect(
    () => page.emit('error', error),
    "The listener for 'error' threw, and that hits the page. Reject your promise instead",
  ).not.toThrow()
}

/** The timers that the submission has set. */
const timersOf = (timeline: Timeline): string[] =>
  timeline.spans.filter((span) => span.kind === 'wait').map((span) => span.label)

/** What a call fails with. */
const errorOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: unknown) => error,
  )

test('comes back at the moment the button is pressed', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(3))
  timeline.mark('confirm')
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  expect(
    // Whoever looks often has set hundreds; the first few say it all.
    timersOf(timeline).slice(0, 3),
    'The page itself calls you when the button is pressed: subscribe at once, and do not look ' +
      'again and again. Timers set',
  ).toEqual([])
  expect(timeline).toLookLike(`
    waitForConfirm  ==>
    confirm         ...|
  `)
})

test('brings the order', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(3))
  page.emit('confirm', soup)
  const order = await confirmed

  expect(order, "waitForConfirm resolves to the order that came with 'confirm'").toEqual(soup)
})

test('fails with the error of the page', async ({ timeline }) => {
  const page = new EventEmitter()
  const closed = new Error('the kitchen is closed')

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(2))
  timeline.mark('error')
  failWith(closed, page)
  const error = await errorOf(confirmed)
  await timeline.rest()

  expect(error, 'waitForConfirm has to fail with the error of the page').toBe(closed)
  expect(timeline).toLookLike(`
    waitForConfirm  =x
    error           ..|
  `)
})

test('hears a press in the very moment of the call', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  expectListenerFor(
    'confirm',
    page,
    'The button is pressed right after the call, and nobody listens yet. Subscribe before your ' +
      'first await.',
  )
  page.emit('confirm', pasta)
  const order = await confirmed

  expect(order, 'waitForConfirm resolves to the order of that press').toEqual(pasta)
})

test('takes its listeners off when it has the order', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(3))
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  expect(
    page.eventNames(),
    'The customer has gone, and the button is still wired. Listeners left on the page',
  ).toEqual([])
})

test('takes its listeners off when it has failed', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(2))
  failWith(new Error('the kitchen is closed'), page)
  await errorOf(confirmed)
  await timeline.rest()

  expect(
    page.eventNames(),
    'The page has failed, and the button is still wired. Listeners left on the page',
  ).toEqual([])
})

test('leaves the listeners of others alone', async ({ timeline }) => {
  const page = new EventEmitter()
  const theirs = () => undefined
  page.on('confirm', theirs).on('error', theirs)

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  const sentence = 'Somebody else listens on this page, too. Take off only what you have put on'
  expect(page.listeners('confirm'), sentence).toContain(theirs)
  expect(page.listeners('error'), sentence).toContain(theirs)
})

test('counts the first press of a double click', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(1))
  page.emit('confirm', pasta)
  page.emit('confirm', soup)
  const order = await confirmed

  expect(order, 'The button was pressed twice: the first press counts').toEqual(pasta)
})

withRandomDelays(submission, reference, (it, timeline, delays) =>
  Promise.all(
    delays.map(async (delay) => {
      const page = new EventEmitter()
      const table = delay / seconds(1)
      const confirmed = timeline.start(`table ${table}`, () => it.waitForConfirm(page))
      await timeline.sleep(delay)
      page.emit('confirm', { table, dish: 'pasta' })
      return confirmed
    }),
  ),
)

onTheWallClock(submission, reference, async (it, timeline) => {
  const page = new EventEmitter()
  const confirmed = timeline.start('waitForConfirm', () => it.waitForConfirm(page))
  await timeline.sleep(seconds(3))
  page.emit('confirm', pasta)
  return confirmed
})
