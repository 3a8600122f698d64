import { EventEmitter } from 'node:events'

import {
  expect,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { waitForConfirm } from '#exercises/01-the-post/05-confirm-button/confirm-button.ts'
import * as reference from '#reference/01-the-post/05-confirm-button/confirm-button.ts'

const submission = { waitForConfirm }

const pasta = { table: 4, dish: 'pasta' }
const soup = { table: 2, dish: 'soup' }

test('comes back at the moment the button is pressed', async ({ timeline }) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(3))
  timeline.mark('confirm')
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  const timers = timeline.spans.filter(({ kind }) => kind === 'wait').map(({ label }) => label)
  expect(
    // Whoever looks often has set hundreds; the first few say it all.
    timers.slice(0, 3),
    'The page itself calls you when the button is pressed, however late: subscribe at once, and ' +
      'do not look again and again, nor set a time limit. Timers set',
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

  expect(order, "waitForConfirm resolves to the very order that came with 'confirm'").toBeTheVery(
    soup,
  )
})

test('fails with the error of the page', async ({ timeline }) => {
  const page = new EventEmitter()
  const closed = new Error('the kitchen is closed')

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(2))
  timeline.mark('error')
  failWith(closed, page)
  const outcome = await outcomeOf(confirmed)
  await timeline.rest()

  expect(outcome, 'waitForConfirm fails with the very error of the page').toRejectWith(closed)
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
  expect(
    page.eventNames(),
    'The button was pressed right after the call, and it is still wired. Listeners left',
  ).toEqual([])
})

test('takes its listeners off when it has the order', async ({ timeline }) => {
  const page = new EventEmitter()

  const { confirmed, left } = waitAndLook(timeline, page)
  await timeline.sleep(seconds(3))
  page.emit('confirm', pasta)
  await confirmed

  expect(
    left,
    'The customer has gone, and the button is still wired. Listeners left on the page when the caller went on',
  ).toEqual([])
})

test('takes its listeners off when it has failed', async ({ timeline }) => {
  const page = new EventEmitter()

  const { confirmed, left } = waitAndLook(timeline, page)
  await timeline.sleep(seconds(2))
  failWith(new Error('the kitchen is closed'), page)
  await outcomeOf(confirmed)

  expect(
    left,
    'The page has failed, and the button is still wired. Listeners left on the page when the caller went on',
  ).toEqual([])
})

test('leaves the listeners of others alone', async ({ timeline }) => {
  const page = new EventEmitter()
  const theirs = () => undefined
  page.on('confirm', theirs).on('error', theirs)
  page.once('confirm', () => undefined).once('error', theirs)
  const before = page.rawListeners('error')

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  const namesOf = (event: string) => page.listeners(event).map(({ name }) => name)
  const sentence = 'Somebody else listens on this page, too. Take off only what you have put on'
  expect(namesOf('confirm'), sentence).toContain('theirs')
  expect(namesOf('error'), sentence).toContain('theirs')
  expect(
    page.rawListeners('error'),
    'Somebody else listens for one error only, with once: a listener that is taken off and put on ' +
      'again is another one. Touch no listener but your own',
  ).toHoldTheVery(before)
})

test('leaves the listeners alone that came meanwhile, and those that went', async ({
  timeline,
}) => {
  const page = new EventEmitter()
  const [stays, goes, comes] = [() => undefined, () => undefined, () => undefined]
  const names = new Map<unknown, string>([
    [stays, 'stays'],
    [goes, 'goes'],
    [comes, 'comes'],
  ])
  const left = (event: string) => page.listeners(event).map((one) => names.get(one) ?? 'yours')
  for (const event of ['confirm', 'error']) page.on(event, stays).on(event, goes)

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(1))
  for (const event of ['confirm', 'error']) page.off(event, goes).on(event, comes)
  page.emit('confirm', pasta)
  await confirmed
  await timeline.rest()

  const sentence =
    'While the button was waited for, one of their listeners has gone and another one has come.\n' +
    'Take off your own listeners, and touch no other. Afterwards there were'
  expect(left('confirm'), sentence).toEqual(['stays', 'comes'])
  expect(left('error'), sentence).toEqual(['stays', 'comes'])
})

test('a press is heard by everybody who waits for it, as every event is', async ({ timeline }) => {
  const page = new EventEmitter()

  const both = ['first', 'second'].map((name) => timeline.start(name, () => waitForConfirm(page)))
  await timeline.sleep(seconds(2))
  page.emit('confirm', pasta)
  await Promise.allSettled(both)
  await timeline.rest()

  expect(timeline).toLookLike(`
    first   =>
    second  =>
  `)
})

test('keeps two pages apart', async ({ timeline }) => {
  const [left, right] = [new EventEmitter(), new EventEmitter()]

  const orders = [left, right].map((page) => timeline.start('order', () => waitForConfirm(page)))
  await timeline.sleep(seconds(1))
  left.emit('confirm', pasta)
  await timeline.sleep(seconds(1))
  right.emit('confirm', soup)
  const got = await Promise.all(orders)
  await timeline.rest()

  expect(got, 'Each page has an order of its own').toEqual([pasta, soup])
  expect(
    [...left.eventNames(), ...right.eventNames()],
    'Two pages, and each call has to take its own listeners off its own page. Listeners left',
  ).toEqual([])
})

test('waits again after a failure', async ({ timeline }) => {
  const page = new EventEmitter()

  const first = timeline.start('first', () => waitForConfirm(page))
  await timeline.sleep(seconds(1))
  failWith(new Error('the kitchen is closed'), page)
  await outcomeOf(first)
  const second = timeline.outcome('second', () => waitForConfirm(page))
  await timeline.sleep(seconds(1))
  page.emit('confirm', soup)
  const outcome = await second

  expect(
    outcome,
    'The page has failed, and waitForConfirm is called again: it waits for the next press, and ' +
      'remembers nothing of the failure before',
  ).toResolveTo(soup)
})

test('within one instant, what comes first counts: the press or the failure', async ({
  timeline,
}) => {
  const closed = new Error('the kitchen is closed')
  const [pressed, failed] = [new EventEmitter(), new EventEmitter()]
  // Somebody else hears the error, in case that nobody else does any more.
  for (const page of [pressed, failed]) page.on('error', () => undefined)

  const order = timeline.start('pressed first', () => waitForConfirm(pressed))
  const error = timeline.start('failed first', () => waitForConfirm(failed))
  await timeline.sleep(seconds(1))
  pressed.emit('confirm', pasta)
  failWith(closed, pressed)
  failWith(closed, failed)
  failed.emit('confirm', pasta)
  const [, failure] = await Promise.allSettled([order, error])
  await timeline.rest()

  expect(failure, 'The page failed first, and was confirmed right after').toRejectWith(closed)
  expect(timeline).toLookLike(`
    pressed first  >
    failed first   x
  `)
})

test('counts the first press of a double click, and the second for whoever comes between', async ({
  timeline,
}) => {
  const page = new EventEmitter()

  const confirmed = timeline.start('waitForConfirm', () => waitForConfirm(page))
  await timeline.sleep(seconds(1))
  page.emit('confirm', pasta)
  const between = timeline.start('between', () => waitForConfirm(page))
  page.emit('confirm', soup)
  const orders = await Promise.all([confirmed, between])

  expect(orders[0], 'The button was pressed twice: the first press counts').toEqual(pasta)
  expect(
    orders[1],
    'waitForConfirm was called between two presses: the first one was over by then, so that call ' +
      'waits for the second press.\nIt brought',
  ).toEqual(soup)
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

/** Waits for the button, and sees which listeners are left at the moment at which the caller goes on. */
function waitAndLook(timeline: Timeline, page: EventEmitter) {
  const left: unknown[] = []
  const confirmed = timeline.start('waitForConfirm', async () => {
    try {
      await waitForConfirm(page)
    } finally {
      left.push(...page.eventNames())
    }
  })
  return { confirmed, left }
}

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
  ).toThrowNothing()
}
