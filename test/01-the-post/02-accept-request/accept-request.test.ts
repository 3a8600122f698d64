import { expect, onTheWallClock, seconds, test, withRandomDelays, type Timeline } from '#harness'
import { acceptRequest } from '#exercises/01-the-post/02-accept-request/accept-request.ts'
import * as reference from '#reference/01-the-post/02-accept-request/accept-request.ts'
import type { Order, Request } from '#reference/01-the-post/02-accept-request/accept-request.ts'

const submission = { acceptRequest }

const table7: Request = { table: 7 }

test('handles the order, once, when the customer has chosen', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const handle = () => timeline.mark('handled')

  await timeline.call('accept', () => acceptRequest(table7, () => customer(), handle))

  expect(timeline).toLookLike(`
    accept    ===>
    customer  ===>
    handled   ....|
  `)
})

test('hands over the order itself', async ({ timeline }) => {
  const pie: Order = { dish: 'pie' }
  const customer = timeline.job('customer', seconds(4), { returns: pie })
  const handled: Order[] = []
  const handle = (order: Order) => handled.push(order)

  await timeline.call('accept', () => acceptRequest(table7, () => customer(), handle))

  expect(
    handled[0],
    'handleOrder was given the receipt, a promise, and not the order itself',
  ).not.toBeInstanceOf(Promise)
  expect(handled, 'handleOrder is called once, with what the customer has chosen').toEqual([
    { dish: 'pie' },
  ])
  expect(
    handled[0],
    'Hand over the order itself, the one that waitForCustomer resolved to',
  ).toBeTheVery(pie)
})

test('asks the table that has sent the request', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const asked: Request[] = []
  const ask = (request: Request) => {
    asked.push(request)
    return customer()
  }

  await timeline.call('accept', () => acceptRequest(table7, ask, () => undefined))

  expect(asked, 'waitForCustomer is called once, with the request').toEqual([{ table: 7 }])
  expect(asked[0], 'Pass on the request itself, the one that acceptRequest was given').toBeTheVery(
    table7,
  )
})

test('asks again when the same request comes again, be it at the same moment', async ({
  timeline,
}) => {
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

test('handles the order at the very moment at which it is there', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(2.345), { returns: { dish: 'soup' } })
  const handle = () => timeline.mark('handled')

  await timeline.call('accept', () => acceptRequest(table7, () => customer(), handle))

  expect(
    timeline,
    'The customer has chosen after 2,345 milliseconds, and that is when the order is handled. ' +
      'Await the promise itself, which tells you at once',
  ).toStartAt('handled', seconds(2.345))
})

test('waits as long as the customer reads', async ({ timeline }) => {
  const customer = timeline.job('customer', seconds(3_600), { returns: { dish: 'soup' } })
  const handled: string[] = []
  const handle = ({ dish }: Order) => handled.push(dish)

  await timeline.outcome('accept', () => acceptRequest(table7, () => customer(), handle))

  expect(
    handled,
    'A customer may read for an hour, and acceptRequest waits for as long as it takes.\nHandled',
  ).toEqual(['soup'])
})

test('asks a second customer at once, while the first is reading', async ({ timeline }) => {
  const asked: number[] = []
  const accept = (nth: number) => {
    const customer = timeline.job(`customer ${nth}`, seconds(4), { returns: { dish: 'soup' } })
    const ask = () => {
      asked.push(nth)
      return customer()
    }
    return timeline.start(`accept ${nth}`, () => acceptRequest(table7, ask, () => undefined))
  }

  const both = [accept(1), accept(2)]
  await timeline.sleep(seconds(1))
  const askedByThen = [...asked]
  await Promise.all(both)

  expect(
    askedByThen,
    'the second customer is asked at once, and not when the first has chosen',
  ).toHaveLength(2)
})

test('each request waits for its own customer, and for nobody else', async ({ timeline }) => {
  const accept = (nth: number, dish: string, takes: number) => {
    const customer = timeline.job(`customer ${nth}`, takes, { returns: { dish } })
    const handle = (order: Order) => timeline.mark(`handled ${order.dish}`)
    return timeline.start(`accept ${nth}`, () => acceptRequest(table7, () => customer(), handle))
  }

  await Promise.all([accept(1, 'soup', seconds(4)), accept(2, 'tea', seconds(2))])
  await timeline.rest()

  expect(timeline).toLookLike(`
    accept 1      ===>
    customer 1    ===>
    handled soup  ....|
    accept 2      =>
    customer 2    =>
    handled tea   ..|
  `)
})

test('tells the caller when handleOrder throws, and does not call it again', async ({
  timeline,
}) => {
  await handlingFails(timeline, new Error('there is no soup left'))

  expect(timeline).toLookLike(`
    accept        ===x
    customer      ===>
    handled soup  ....|
  `)
})

test('tells the caller when the customer leaves, and handles nothing', async ({ timeline }) => {
  await customerLeaves(timeline, new Error('the customer has left'))

  expect(timeline).toLookLike(`
    accept    ===x
    customer  ===x
  `)
})

test('tells the caller also when the customer leaves without a word', async ({ timeline }) => {
  await customerLeaves(timeline, undefined)

  expect(timeline).toLookLike(
    `
    accept    ===x
    customer  ===x
  `,
    {
      sentence:
        'The promise of the customer is rejected with undefined, a rejection like any other.',
    },
  )
})

test('hands on the very error, be it nothing', async ({ timeline }) => {
  const [noSoup, gone] = [new Error('there is no soup left'), new Error('the customer has left')]

  const failed = await handlingFails(timeline, noSoup)
  const left = await customerLeaves(timeline, gone)
  const silent = await customerLeaves(timeline, undefined)

  expect(failed, 'When handleOrder throws, the caller hears that very error').toRejectWith(noSoup)
  expect(left, 'When the customer leaves, the caller hears that very error').toRejectWith(gone)
  expect(
    silent,
    'When the customer leaves with undefined, the caller hears undefined, and no error of your own',
  ).toRejectWith(undefined)
})

test('serves the next customer as if nothing had happened when one has left', async ({
  timeline,
}) => {
  const accept = (table: number, outcome: { returns: Order } | { throws: Error }) => {
    const customer = timeline.job<Order>(`customer ${table}`, seconds(2), outcome)
    const handle = ({ dish }: Order) => timeline.mark(`handled ${dish}`)
    return timeline.outcome(`accept ${table}`, () =>
      acceptRequest({ table }, () => customer(), handle),
    )
  }

  await accept(1, { throws: new Error('the customer has left') })
  await accept(2, { returns: { dish: 'tea' } })

  expect(timeline).toLookLike(`
    accept 1     =x
    customer 1   =x
    accept 2     ..=>
    customer 2   ..=>
    handled tea  ....|
  `)
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

/** An order that cannot be handled. */
function handlingFails(timeline: Timeline, problem: Error) {
  const customer = timeline.job('customer', seconds(4), { returns: { dish: 'soup' } })
  const handle = ({ dish }: Order) => {
    timeline.mark(`handled ${dish}`)
    throw problem
  }
  return timeline.outcome('accept', () => acceptRequest(table7, () => customer(), handle))
}

/** A customer who reads for four seconds, and leaves. */
function customerLeaves(timeline: Timeline, throws: unknown) {
  const customer = timeline.job<Order>('customer', seconds(4), { throws })
  const handle = () => timeline.mark('handled')
  return timeline.outcome('accept', () => acceptRequest(table7, () => customer(), handle))
}
