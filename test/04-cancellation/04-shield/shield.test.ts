import {
  EMPTY,
  endingOf,
  expect,
  inWords,
  onTheWallClock,
  outcomeOf,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
import { shield } from '#exercises/04-cancellation/04-shield/shield.ts'
import * as reference from '#reference/04-cancellation/04-shield/shield.ts'

const submission = { shield }

const declined = new Error('the card was declined')

test('lets the customer leave at once, and the payment go on to its end', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const { signal } = timeline.controller('customer leaves', { after: seconds(1) })

  await timeline.outcome('shield', () => shield(pay(), signal))

  expect(timeline).toLookLike(`
    shield           x
    payment          ==>
    customer leaves  .|
  `)
})

test('gives the result of the payment to a customer who stays', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3), { returns: 'receipt 17' })
  const { signal } = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(outcome, 'Nobody has left this signal').toResolveTo('receipt 17')
  expect(timeline).toLookLike(`
    shield   ==>
    payment  ==>
  `)
})

test('tells a customer who stays why the payment failed', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(2), { throws: declined })
  const { signal } = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(outcome, 'shield rejects with the very error of the payment').toRejectWith(declined)
  expect(timeline).toLookLike(`
    shield   =x
    payment  =x
  `)
})

test('says why the customer has left, in their own words', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const reason = 'my bus is here'
  const { signal } = timeline.controller('customer leaves', { after: seconds(1), reason })

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(
    outcome.status === 'rejected' && outcome.reason,
    'shield rejects with the event that the listener was called with; the reason is on the signal',
  ).not.toBeInstanceOf(Event)
  expect(
    outcome,
    "shield rejects with the signal's reason as it is, whatever it is, even a text",
  ).toRejectWith(reason)
})

test('hears it when the payment fails after the customer has left', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3), { throws: declined })
  const { signal } = timeline.controller('customer leaves', { after: seconds(1) })

  await timeline.outcome('shield', () => shield(pay(), signal))

  expect(timeline).toLookLike(`
    shield           x
    payment          ==x
    customer leaves  .|
  `)
})

test('rejects at once when the customer had left before the call', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')
  const reason = new Error('gone before it began')
  customer.abort(reason)

  const outcome = await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(
    outcome,
    "shield rejects with the signal's reason, although the signal sends no event any more",
  ).toRejectWith(reason)
  expect(timeline).toLookLike(`
    customer leaves  |
    shield           |
    payment          ==>
  `)
})

test('tells by a rejection, and never throws', async ({ timeline }) => {
  const payment = timeline.job('payment', seconds(1))()
  const signal = AbortSignal.abort(new Error('gone before it began'))
  let shielded: Promise<unknown> | undefined

  expect(() => {
    shielded = shield(payment, signal)
  }, 'shield returns a promise: let that promise reject, instead of throwing at the call').toThrowNothing()
  await timeline.outcome('shield', () => shielded)
})

test('hears a late failure when the customer had left before the call', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3), { throws: declined })
  const customer = timeline.controller('customer leaves')
  customer.abort()

  await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(timeline).toLookLike(`
    customer leaves  |
    shield           |
    payment          ==x
  `)
})

test('lets everybody leave who still waits on the same signal', async ({ timeline }) => {
  const { signal } = timeline.controller('they leave', { after: seconds(2) })
  const shielded = (takes: number) => {
    const pay = timeline.job(`payment ${takes}`, seconds(takes))
    return timeline.outcome(`shield ${takes}`, () => shield(pay(), signal))
  }

  await Promise.all([1, 5, 4].map(shielded))

  expect(timeline).toLookLike(
    `
    shield 1   >
    payment 1  >
    shield 5   =x
    payment 5  ====>
    shield 4   =x
    payment 4  ===>
    they leave  ..|
  `,
    { sentence: 'Each call has a listener of its own, and takes off no other.' },
  )
})

test('lets each of two who share a payment decide alone', async ({ timeline }) => {
  const payment = timeline.job('payment', seconds(3), { returns: 'receipt 17' })()
  const bus = { after: seconds(1), reason: 'the bus' }
  const mother = timeline.controller('mother leaves', bus)
  const father = timeline.controller('father leaves')

  const [left, stayed] = await Promise.all([
    timeline.outcome('mother', () => shield(payment, mother.signal)),
    timeline.outcome('father', () => shield(payment, father.signal)),
  ])

  const sentence =
    'Two calls with the same payment: mother leaves, and father still gets the receipt'
  expect(left, sentence).toRejectWith('the bus')
  expect(stayed, sentence).toResolveTo('receipt 17')
  expect(timeline).toLookLike(`
    mother         x
    father         ==>
    payment        ==>
    mother leaves  .|
  `)
})

test('serves the next customer after one who has left', async ({ timeline }) => {
  const first = timeline.controller('first leaves', { after: seconds(1), reason: 'the bus' })
  const second = timeline.controller('second leaves')
  const pay = (takes: number) => timeline.job('payment', seconds(takes), { returns: 'receipt' })()

  const left = await outcomeOf(timeline.start('first', () => shield(pay(4), first.signal)))
  const stayed = await timeline.outcome('second', () => shield(pay(2), second.signal))

  const sentence = 'One call must not remember anything of another'
  expect(left, sentence).toRejectWith('the bus')
  expect(stayed, sentence).toResolveTo('receipt')
})

test('leaves alone whoever else listens to the signal', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves', { after: seconds(2) })
  const short = timeline.job('short', seconds(1))
  const long = timeline.job('long', seconds(3))
  const heard: string[] = []
  signal.addEventListener('abort', () => heard.push('door'), { once: true })
  signal.onabort = () => heard.push('onabort')

  const calls = [
    timeline.start('shield short', () => shield(short(), signal)),
    timeline.start('shield long', () => shield(long(), signal)),
  ]
  signal.addEventListener('abort', () => heard.push('cloakroom'), { once: true })
  await Promise.allSettled(calls)

  expect(
    heard.sort(),
    'The signal belongs to others as well, who want to hear of the abort: add a listener of your ' +
      'own, take off no other, and let the event pass',
  ).toEqual(['cloakroom', 'door', 'onabort'])
})

test('hears the customer at that very moment', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const { signal } = timeline.controller('customer leaves', { after: seconds(1.234) })

  await timeline.outcome('shield', () => shield(pay(), signal))

  expect(
    timeline,
    'The customer leaves at second 1.234: do not ask the signal from time to time, listen to it',
  ).toEndAt('shield', seconds(1.234))
})

test('hears a customer who leaves right after the call', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')

  const shielded = timeline.start('shield', () => shield(pay(), customer.signal))
  customer.abort()
  await outcomeOf(shielded)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    shield           |
    payment          ==>
    customer leaves  |
  `,
    { sentence: 'Between the look at the signal and the listener there must be no gap.' },
  )
})

test('waits as long as the payment takes', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3_600), { returns: 'receipt 17' })
  const { signal } = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(
    outcome,
    'The payment takes an hour and the customer stays: shield sets no limit of its own',
  ).toResolveTo('receipt 17')
})

test('passes on what the payment resolves to, and no copy of it', async ({ timeline }) => {
  const receipt = { number: 17, dishes: ['soup', 'fries'] }
  const pay = timeline.job('payment', seconds(1), { returns: receipt })
  const { signal } = timeline.controller('customer leaves')

  const result = await timeline.call('shield', () => shield(pay(), signal))

  expect(result).toBeTheVery(receipt)
})

test('takes an empty result for a result', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')

  for (const value of EMPTY) {
    const pay = timeline.job('payment', seconds(1), { returns: value })

    const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

    expect(
      outcome,
      `The payment resolves to ${inWords(value)}, and nobody has left. Do not tell by the value who ` +
        'came first',
    ).toResolveTo(value)
  }
})

test('takes an empty error for an error', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')

  for (const value of EMPTY) {
    const pay = timeline.job('payment', seconds(1), { throws: value })

    const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

    expect(
      outcome,
      `The payment rejects with ${inWords(value)}, and that is a failure, too. Do not ask whether ` +
        'there is an error, but whether something was thrown',
    ).toRejectWith(value)
  }
})

test('takes an AbortError of the payment for a failure', async ({ timeline }) => {
  const hungUp = new DOMException('the bank has hung up', 'AbortError')
  const pay = timeline.job('payment', seconds(1), { throws: hungUp })
  const { signal } = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(
    outcome,
    'The payment rejects with an AbortError, and the customer is still there. Ask the signal, and ' +
      'not the error, whether the customer has left',
  ).toRejectWith(hungUp)
})

test('takes an empty reason for a reason', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(2))

  // Without undefined: for that, abort makes a reason itself.
  for (const reason of EMPTY.slice(1)) {
    const before = AbortSignal.abort(reason)
    const meanwhile = timeline.controller('meanwhile', { after: seconds(1), reason }).signal

    const outcomes = await Promise.all(
      [before, meanwhile].map((signal) => timeline.outcome('shield', () => shield(pay(), signal))),
    )

    const sentence =
      `Two signals are aborted with ${inWords(reason)}, one before the call. Whether a signal is ` +
      'aborted tells signal.aborted, and not its reason'
    for (const outcome of outcomes) expect(outcome, sentence).toRejectWith(reason)
  }
})

withRandomDelays(submission, reference, payAll)

onTheWallClock(submission, reference, (it, timeline) =>
  payAll(it, timeline, [4, 1, 2, 5, 3].map(seconds)),
)

/**
 * As many payments as there are delays. Some customers leave, some payments fail, some both.
 * Payments end at even seconds, customers leave at odd ones, so that each is sure to be first.
 */
async function payAll(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
): Promise<string[]> {
  const outcomes = await timeline.call('restaurant', () =>
    Promise.all(
      delays.map(async (delay, index) => {
        const fails = index % 4 > 1
        const result = fails ? { throws: `declined ${index}` } : { returns: `receipt ${index}` }
        const pay = timeline.job<string>(`payment ${index}`, 2 * delay, result)
        const customer = timeline.controller(`customer ${index} leaves`)
        const shielded = timeline.start(`shield ${index}`, () => it.shield(pay(), customer.signal))
        if (index % 2 === 0) {
          const patience = delays.at(index - 1) ?? delay
          await timeline.sleep(2 * patience - seconds(1))
          customer.abort(`tired of waiting ${index}`)
        }
        return outcomeOf(shielded)
      }),
    ),
  )
  return outcomes.map(endingOf)
}
