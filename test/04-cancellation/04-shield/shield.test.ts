import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { shield } from '#exercises/04-cancellation/04-shield/shield.ts'
import * as reference from '#reference/04-cancellation/04-shield/shield.ts'

const submission = { shield }

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

  const result = await timeline.call('shield', () => shield(pay(), customer.signal))

  expect(result, 'Nobody has left: shield resolves to what the payment resolves to').toBe(
    'receipt 17',
  )
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

withRandomDelays(submission, reference, payAll)

onTheWallClock(submission, reference, (it, timeline) =>
  payAll(it, timeline, [5, 2, 4, 3].map(seconds)),
)

/** As many payments as there are delays. Some customers leave, some payments fail, some both. */
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
        const pay = timeline.job<string>(`payment ${index}`, delay, outcome)
        const customer = timeline.controller(`customer ${index} leaves`)
        const shielded = timeline.start(`shield ${index}`, () => it.shield(pay(), customer.signal))
        if (index % 2 === 0) {
          // Never at the instant at which a payment ends.
          const patience = delays.at(index - 1) ?? delay
          await timeline.sleep(patience - seconds(0.4))
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
