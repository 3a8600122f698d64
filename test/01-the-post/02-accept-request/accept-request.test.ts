import {
  expect,
  failureBehind,
  onTheWallClock,
  seconds,
  test,
  withRandomDelays,
  type Timeline,
} from '#harness'
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
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'pie' } })
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
})

test('asks the table that has sent the request', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const asked: Request[] = []

  await timeline.call('accept', () =>
    acceptRequest(
      { table: 7 },
      (request) => {
        asked.push(request)
        return customer()
      },
      () => undefined,
    ),
  )

  expect(asked, 'waitForCustomer is called once, with the request').toEqual([{ table: 7 }])
})

test('accepts a second request while the first customer is reading', async ({ timeline }) => {
  const asked: number[] = []
  const accept = (table: number, dish: string, takes: number) => {
    const customer = timeline.job(`customer ${table}`, takes, { returns: { dish } })
    return timeline.start(`accept ${table}`, () =>
      acceptRequest(
        { table },
        (request) => {
          asked.push(request.table)
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

  const outcome = await timeline.outcome('accept', () =>
    acceptRequest(
      { table: 7 },
      () => customer(),
      () => {
        throw problem
      },
    ),
  )

  expectNoOther(problem, outcome, sentence)
  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===>
  `,
    { sentence },
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

  expectNoOther(problem, outcome, sentence)
  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===x
  `,
    { sentence },
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

/** Fails when the call was rejected with another error; that it was rejected, the picture says. */
function expectNoOther(
  problem: Error,
  outcome: PromiseSettledResult<void>,
  sentence: string,
): void {
  if (outcome.status === 'fulfilled' || outcome.reason === problem) return
  const heard = outcome.reason instanceof Error ? outcome.reason.message : String(outcome.reason)
  const lines = [sentence, `Instead of "${problem.message}" this is what came:`, '', heard]
  if (failureBehind(outcome.reason)?.kind === 'never settled') {
    lines.push(
      '',
      'Likely cause: new Promise fails only when reject is called,',
      'and here nobody calls it.',
    )
  }
  expect.fail(lines.join('\n'))
}
