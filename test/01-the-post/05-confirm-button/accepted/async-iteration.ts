import { on, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** The first round of a loop over all presses; leaving the loop cleans up. */
export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  for await (const [order] of on(page, 'confirm')) return order as Order
  throw new Error('the page was closed')
}
