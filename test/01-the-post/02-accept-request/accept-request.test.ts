import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { acceptRequest } from '#exercises/01-the-post/02-accept-request/accept-request.ts'
import * as reference from '#reference/01-the-post/02-accept-request/accept-request.ts'
import type { Order, Request } from '#reference/01-the-post/02-accept-request/accept-request.ts'

const submission = { acceptRequest }

test('handles the order when the customer has chosen', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })

  await timeline.call('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      () => timeline.mark('handled'),
    ),
  )

  expect(timeline).toLookLike(
    `
    accept    ===>
    customer  ===>
    handled   ....|
  `,
    { sentence: 'The customer takes 4 seconds to choose; then the order is handled, once.' },
  )
})

test('hands over the order itself', async ({ timeline }) => {
  const pie: Order = { dish: 'pie' }
  const customer = timeline.job('customer', seconds(4), { returns: pie })
  const handled: Order[] = []

  await timeline.call('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      (order) => handled.push(order),
    ),
  )

  expect(
    handled[0],
    'handleOrder was given the receipt, a promise, and not the order itself',
  ).not.toBeInstanceOf(Promise)
  expect(handled, 'handleOrder is called once, with what the customer has chosen').toEqual([
    { dish: 'pie' },
  ])
  if (handled[0] !== pie) {
    expect.fail(
      'handleOrder was given another object with the same dish in it.\n' +
        'Hand over the order itself, the one that waitForCustomer resolved to.',
    )
  }
})

test('asks the table that has sent the request', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const table7: Request = { table: 7 }
  const asked: Request[] = []

  await timeline.call('accept', () =>
    acceptRequest(
      table7,
      (request) => {
        asked.push(request)
        return customer()
      },
      () => undefined,
    ),
  )

  expect(asked, 'waitForCustomer is called once, with the request').toEqual([{ table: 7 }])
  if (asked[0] !== table7) {
    expect.fail(
      'waitForCustomer was given another object with the same table in it.\n' +
        'Pass on the request itself, the one that acceptRequest was given.',
    )
  }
})

test('asks again when the same request comes again, be it at the same moment', async ({
  timeline,
}) => {
  const table7: Request = { table: 7 }
  const handled: string[] = []
  const reading = timeline.job('reading', seconds(2))
  const accept = (dish: string, chosen: Promise<unknown>) =>
    acceptRequest(
      table7,
      () => chosen.then(() => ({ dish })),
      (order) => handled.push(order.dish),
    )

  await timeline.call('accept', async () => {
    await accept('soup', reading())
    await accept('pie', reading())
    // Two who look up from one menu: nothing at all comes between their orders.
    const together = reading()
    await Promise.all([accept('tea', together), accept('cake', together)])
  })

  expect(
    handled,
    'Table 7 orders soup, then pie, and then tea and cake at the same moment. ' +
      'Every call asks its customer, and shares nothing with the others.\nHandled',
  ).toEqual(['soup', 'pie', 'tea', 'cake'])
})

test('handles the order at the moment at which it is there', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(2.345), { returns: { dish: 'soup' } })

  await timeline.call('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      () => timeline.mark('handled'),
    ),
  )

  expect(
    spanOf(timeline, 'handled')?.start,
    'The customer has chosen after 2,345 milliseconds, and that is when the order is handled. ' +
      'Await the promise itself: it tells you at once.\nHandled at millisecond',
  ).toBe(seconds(2.345))
})

test('waits as long as the customer reads', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(3_600), { returns: { dish: 'soup' } })
  const handled: string[] = []

  await timeline.outcome('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      ({ dish }) => handled.push(dish),
    ),
  )

  expect(
    handled,
    'A customer may read for an hour, and acceptRequest waits for as long as it takes.\nHandled',
  ).toEqual(['soup'])
})

test('accepts a second request while the first customer is reading', async ({ timeline }) => {
  const table7: Request = { table: 7 }
  const asked: number[] = []
  const accept = (nth: number, dish: string, takes: number) => {
    const customer = timeline.job(`customer ${nth}`, takes, { returns: { dish } })
    return timeline.start(`accept ${nth}`, () =>
      acceptRequest(
        table7,
        () => {
          asked.push(nth)
          return customer()
        },
        (order) => timeline.mark(`handled ${order.dish}`),
      ),
    )
  }

  const both = [accept(1, 'soup', seconds(4)), accept(2, 'tea', seconds(2))]
  await timeline.sleep(seconds(1))
  expect(
    asked,
    'the second customer is asked at once, and not when the first has chosen',
  ).toHaveLength(2)
  await Promise.all(both)
  await timeline.rest()

  expect(timeline).toLookLike(
    `
    accept 1      ===>
    customer 1    ===>
    handled soup  ....|
    accept 2      =>
    customer 2    =>
    handled tea   ..|
  `,
    { sentence: 'Each request waits for its own customer, and for nobody else.' },
  )
})

test('tells the caller when the order cannot be handled', async ({ timeline }) => {
  const sentence = 'handleOrder throws: the caller of acceptRequest has to hear it.'
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const problem = new Error('there is no soup left')
  const handled: string[] = []

  const outcome = await timeline.outcome('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      ({ dish }) => {
        handled.push(dish)
        throw problem
      },
    ),
  )

  expectNoOther(problem, outcome, timeline, sentence)
  expect(
    handled,
    'handleOrder is called once, and not again when it has thrown. It was given',
  ).toEqual(['soup'])
  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===>
  `,
    wordsFor(timeline, sentence),
  )
})

test('tells the caller when the customer leaves', async ({ timeline }) => {
  const sentence =
    'The customer leaves: nothing is handled, and the caller of acceptRequest has to hear why.'
  const problem = new Error('the customer has left')
  const customer = timeline.job<Order>('customer', seconds(4), { throws: problem })

  const outcome = await timeline.outcome('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      () => timeline.mark('handled'),
    ),
  )

  expectNoOther(problem, outcome, timeline, sentence)
  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===x
  `,
    wordsFor(timeline, sentence),
  )
})

test('tells the caller when the customer leaves without a word', async ({ timeline }) => {
  const sentence =
    'The promise of the customer is rejected with undefined, and that is a rejection like any ' +
    'other: nothing is handled, and the caller has to hear of it.'
  const customer = timeline.job<Order>('customer', seconds(4), { throws: undefined })

  const outcome = await timeline.outcome('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      () => timeline.mark('handled'),
    ),
  )

  expectNoOther(undefined, outcome, timeline, sentence)
  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===x
  `,
    wordsFor(timeline, sentence),
  )
})

test('accepts the next request when one has failed', async ({ timeline }) => {
  const accept = (table: number, outcome: { returns: Order } | { throws: Error }) => {
    const customer = timeline.job<Order>(`customer ${table}`, seconds(2), outcome)
    return timeline.outcome(`accept ${table}`, () =>
      acceptRequest(
        { table },
        () => customer(),
        ({ dish }) => timeline.mark(`handled ${dish}`),
      ),
    )
  }

  await accept(1, { throws: new Error('the customer has left') })
  await accept(2, { returns: { dish: 'tea' } })

  expect(timeline).toLookLike(
    `
    accept 1     =x
    customer 1   =x
    accept 2     ..=>
    customer 2   ..=>
    handled tea  ....|
  `,
    { sentence: 'One customer has left, and the next one is served as if nothing had happened.' },
  )
})

withRandomDelays(submission, reference, serveAll)

onTheWallClock(submission, reference, (it, timeline) =>
  serveAll(it, timeline, [5, 1, 3].map(seconds)),
)

/** As many requests as there are delays, all at once; returns the dishes as they are handled. */
async function serveAll(
  it: typeof submission,
  timeline: Timeline,
  delays: number[],
): Promise<string[]> {
  const handled: string[] = []
  await timeline.call('restaurant', () =>
    Promise.all(
      delays.map((delay, index) => {
        const dish = `dish ${index + 1}`
        const customer = timeline.job(`customer ${index + 1}`, delay, { returns: { dish } })
        return it.acceptRequest(
          { table: index + 1 },
          () => customer(),
          (order) => handled.push(order.dish),
        )
      }),
    ),
  )
  return handled
}

const spanOf = ({ spans }: Timeline, label: string) => spans.find((span) => span.label === label)

/** What the picture of a failure should say beside itself. */
function wordsFor(timeline: Timeline, sentence: string): { sentence: string; cause?: string } {
  const [accept, customer] = [spanOf(timeline, 'accept'), spanOf(timeline, 'customer')]
  const hangs = accept?.end === undefined && customer?.end !== undefined
  const cause = 'new Promise fails only when reject is called, and here nobody calls it.'
  return hangs ? { sentence, cause } : { sentence }
}

/** Fails when the call was rejected with another error; that it was rejected, the picture says. */
function expectNoOther(
  problem: Error | undefined,
  outcome: PromiseSettledResult<void>,
  timeline: Timeline,
  sentence: string,
): void {
  if (outcome.status === 'fulfilled' || outcome.reason === problem) return
  // A call that never settled: that, too, the picture says.
  if (spanOf(timeline, 'accept')?.end === undefined) return
  const wanted = problem
    ? `It has to be that very error, "${problem.message}". Instead of it this came:`
    : 'It has to hear undefined, and no error of your own. Instead of it this came:'
  expect.fail([sentence, wanted, '', String(outcome.reason)].join('\n'))
}
