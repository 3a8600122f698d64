import { inspect } from 'node:util'

import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { shield } from '#exercises/04-cancellation/04-shield/shield.ts'
import * as reference from '#reference/04-cancellation/04-shield/shield.ts'

const submission = { shield }

/** Values that a careless question takes for none. */
const EMPTY = [undefined, null, 0, '', false]

const LEAVES_AT_ONCE =
  'The customer leaves: shield rejects at that very second, and the payment goes on to its end.'
const LEFT_BEFORE =
  'The signal was aborted before the call, and sends no event any more: shield rejects at ' +
  'second 0 all the same.'

test('lets the customer leave at once, and the payment go on', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')

  const shielded = timeline.start('shield', () => shield(pay(), customer.signal))
  await timeline.sleep(seconds(1))
  customer.abort()
  await outcomeOf(shielded)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    shield           x
    payment          ==>
    customer leaves  .|
  `,
    { sentence: LEAVES_AT_ONCE },
  )
})

test('gives the result of the payment to a customer who stays', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3), { returns: 'receipt 17' })
  const customer = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(
    ending(outcome),
    'Nobody has left this signal: shield resolves to what the payment resolves to',
  ).toBe('resolved to "receipt 17"')
  expect(timeline).toLookLike(`
    shield   ==>
    payment  ==>
  `)
})

test('tells a customer who stays why the payment failed', async ({ timeline }) => {
  const sentence = 'The payment fails and the customer is still there: shield fails as well.'
  const declined = new Error('the card was declined')
  const pay = timeline.job('payment', seconds(2), { throws: declined })
  const customer = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(timeline).toLookLike(
    `
    shield   =x
    payment  =x
  `,
    { sentence },
  )
  expect(reasonOf(outcome), 'shield rejects with the very error of the payment').toBe(declined)
})

test('says why the customer has left, in their own words', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')
  const words = 'my bus is here'

  const shielded = timeline.start('shield', () => shield(pay(), customer.signal))
  await timeline.sleep(seconds(1))
  customer.abort(words)
  const outcome = await outcomeOf(shielded)

  expect(outcome.status, 'The customer has left: shield has to reject').toBe('rejected')
  expect(
    reasonOf(outcome),
    'shield rejects with the event that the listener was called with; the reason is on the signal',
  ).not.toBeInstanceOf(Event)
  expect(
    reasonOf(outcome),
    "shield rejects with the signal's reason as it is, whatever it is, even a text",
  ).toBe(words)
})

test('hears it when the payment fails after the customer has left', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3), { throws: new Error('the card was declined') })
  const customer = timeline.controller('customer leaves')

  const shielded = timeline.start('shield', () => shield(pay(), customer.signal))
  await timeline.sleep(seconds(1))
  customer.abort()
  await outcomeOf(shielded)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    shield           x
    payment          ==x
    customer leaves  .|
  `,
    { sentence: LEAVES_AT_ONCE },
  )
})

test('leaves at once when the customer had left before the call', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')
  const reason = new Error('gone before it began')
  customer.abort(reason)

  const outcome = await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(timeline).toLookLike(
    `
    customer leaves  |
    shield           |
    payment          ==>
  `,
    { sentence: LEFT_BEFORE },
  )
  expect(reasonOf(outcome), "shield rejects with the signal's reason, at once").toBe(reason)
})

test('tells by a rejection, and never throws', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(1))
  const signal = AbortSignal.abort(new Error('gone before it began'))
  const payment = pay()
  let shielded: Promise<unknown> | undefined

  expect(() => {
    shielded = shield(payment, signal)
  }, 'The customer had left before the call. shield returns a promise: let that promise reject, ' + 'instead of throwing at the call').not.toThrow()
  await timeline.outcome('shield', () => shielded)
})

test('hears a late failure even when the customer had left before the call', async ({
  timeline,
}) => {
  const pay = timeline.job('payment', seconds(3), { throws: new Error('the card was declined') })
  const customer = timeline.controller('customer leaves')
  customer.abort()

  await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(timeline).toLookLike(
    `
    customer leaves  |
    shield           |
    payment          ==x
  `,
    { sentence: LEFT_BEFORE },
  )
})

test('lets everybody leave who listens to the same signal', async ({ timeline }) => {
  const customers = timeline.controller('they leave')
  const payments = [1, 5, 4].map((takes) => ({
    label: `shield ${takes}`,
    pay: timeline.job(`payment ${takes}`, seconds(takes)),
  }))

  const shielded = payments.map(({ label, pay }) =>
    timeline.start(label, () => shield(pay(), customers.signal)),
  )
  await timeline.sleep(seconds(2))
  customers.abort()
  await Promise.allSettled(shielded)
  await timeline.rest()

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
    {
      sentence:
        'Three payments, one signal: whoever still waits at second 2 leaves then. Each call has ' +
        'a listener of its own, and takes off no other.',
    },
  )
})

test('lets each of two who share a payment decide alone', async ({ timeline }) => {
  const payment = timeline.job('payment', seconds(3), { returns: 'receipt 17' })()
  const mother = timeline.controller('mother leaves')
  const father = timeline.controller('father leaves')

  const ofMother = timeline.start('mother', () => shield(payment, mother.signal))
  const ofFather = timeline.start('father', () => shield(payment, father.signal))
  await timeline.sleep(seconds(1))
  mother.abort('the bus')
  const outcomes = await Promise.all([outcomeOf(ofMother), outcomeOf(ofFather)])

  expect(
    outcomes.map(ending),
    'Two calls with the same payment: mother leaves, and father still gets the receipt',
  ).toEqual(['rejected with "the bus"', 'resolved to "receipt 17"'])
  expect(timeline).toLookLike(`
    mother         x
    father         ==>
    payment        ==>
    mother leaves  .|
  `)
})

test('serves the next customer after one who has left', async ({ timeline }) => {
  const first = timeline.controller('first leaves')
  const second = timeline.controller('second leaves')
  const pay = (takes: number) => timeline.job('payment', seconds(takes), { returns: 'receipt' })()

  const left = timeline.start('first', () => shield(pay(4), first.signal))
  await timeline.sleep(seconds(1))
  first.abort('the bus')
  const outcomes = [
    await outcomeOf(left),
    await timeline.outcome('second', () => shield(pay(2), second.signal)),
  ]

  expect(
    outcomes.map(ending),
    'The first customer leaves, the second stays and gets a receipt: one call must not remember ' +
      'anything of another',
  ).toEqual(['rejected with "the bus"', 'resolved to "receipt"'])
})

test('leaves alone whoever else listens to the signal', async ({ timeline }) => {
  const customer = timeline.controller('customer leaves')
  const { signal } = customer
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
  await timeline.sleep(seconds(2))
  customer.abort()
  await Promise.allSettled(calls)

  expect(
    heard.sort(),
    'The signal belongs to others as well, who want to hear of the abort: add a listener of your ' +
      'own, take off no other, and let the event pass',
  ).toEqual(['cloakroom', 'door', 'onabort'])
})

test('hears the customer at that very moment', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3))
  const customer = timeline.controller('customer leaves')

  const shielded = timeline.start('shield', () => shield(pay(), customer.signal))
  await timeline.sleep(seconds(1.234))
  customer.abort()
  await outcomeOf(shielded)

  expect(
    timeline.now / seconds(1),
    'The customer leaves at second 1.234, and that is when shield rejects: do not ask the signal ' +
      'from time to time, listen to it',
  ).toBe(1.234)
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
    {
      sentence:
        'The signal is aborted as soon as shield has been called: between the look at the signal ' +
        'and the listener there must be no gap.',
    },
  )
})

test('waits as long as the payment takes', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(3_600), { returns: 'receipt 17' })
  const customer = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), customer.signal))

  expect(
    ending(outcome),
    'The payment takes an hour and the customer stays: shield sets no limit of its own',
  ).toBe('resolved to "receipt 17"')
})

test('passes on what the payment resolves to, and no copy of it', async ({ timeline }) => {
  const receipt = { number: 17, dishes: ['soup', 'fries'] }
  const pay = timeline.job('payment', seconds(1), { returns: receipt })
  const customer = timeline.controller('customer leaves')

  const result = await timeline.call('shield', () => shield(pay(), customer.signal))

  expect(
    result === receipt ? 'the receipt' : 'something else that looks like it',
    'shield resolves to the very thing that the payment resolves to: pass it on untouched',
  ).toBe('the receipt')
})

test('takes an empty result for a result', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')

  for (const value of EMPTY) {
    const pay = timeline.job('payment', seconds(1), { returns: value })
    const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

    expect(
      ending(outcome),
      `The payment resolves to ${inWords(value)}, and nobody has left: shield resolves to it, too. ` +
        'Do not tell by the value who came first',
    ).toBe(`resolved to ${inWords(value)}`)
  }
})

test('takes an empty error for an error', async ({ timeline }) => {
  const { signal } = timeline.controller('customer leaves')

  for (const value of EMPTY) {
    const pay = timeline.job('payment', seconds(1), { throws: value })
    const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

    expect(
      ending(outcome),
      `The payment rejects with ${inWords(value)}, and that is a failure, too: shield rejects with ` +
        'it. Do not ask whether there is an error, but whether something was thrown',
    ).toBe(`rejected with ${inWords(value)}`)
  }
})

test('takes an AbortError of the payment for a failure', async ({ timeline }) => {
  const hungUp = new DOMException('the bank has hung up', 'AbortError')
  const pay = timeline.job('payment', seconds(1), { throws: hungUp })
  const { signal } = timeline.controller('customer leaves')

  const outcome = await timeline.outcome('shield', () => shield(pay(), signal))

  expect(
    reasonOf(outcome),
    'The payment rejects with an AbortError, and the customer is still there: shield rejects with ' +
      'it. Ask the signal, and not the error, whether the customer has left',
  ).toBe(hungUp)
})

test('takes an empty reason for a reason', async ({ timeline }) => {
  const pay = timeline.job('payment', seconds(2))

  // Without undefined: for that, abort makes a reason itself.
  for (const reason of EMPTY.slice(1)) {
    const [before, meanwhile] = [timeline.controller('before'), timeline.controller('meanwhile')]
    before.abort(reason)
    const late = timeline.start('late', () => shield(pay(), before.signal))
    const early = timeline.start('early', () => shield(pay(), meanwhile.signal))
    await timeline.sleep(seconds(1))
    meanwhile.abort(reason)
    const outcomes = await Promise.all([outcomeOf(late), outcomeOf(early)])
    await timeline.rest()

    expect(
      outcomes.map(ending),
      `Two signals are aborted with ${inWords(reason)}, one before the call: shield rejects with ` +
        'it both times. Whether a signal is aborted tells signal.aborted, and not its reason',
    ).toEqual(Array.from(outcomes, () => `rejected with ${inWords(reason)}`))
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
        const outcome = fails ? { throws: `declined ${index}` } : { returns: `receipt ${index}` }
        const pay = timeline.job<string>(`payment ${index}`, 2 * delay, outcome)
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
  return outcomes.map((outcome) => ('value' in outcome ? outcome.value : String(outcome.reason)))
}

/** How a call ended, whichever way it was. */
async function outcomeOf<T>(call: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([call])
  return outcome
}

/** What a call was rejected with. */
const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : 'nothing: it resolved'

/** How a call ended, in words that tell what is empty from what is not there. */
const ending = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled'
    ? `resolved to ${inWords(outcome.value)}`
    : `rejected with ${inWords(outcome.reason)}`

const inWords = (value: unknown): string => {
  if (value instanceof Error) return String(value)
  return typeof value === 'string' ? JSON.stringify(value) : inspect(value)
}
