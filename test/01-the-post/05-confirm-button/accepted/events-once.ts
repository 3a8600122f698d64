import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** What Node offers for it: it rejects on an error by itself, and cleans up. */
export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const [order] = await once(page, 'confirm')
  return order as Order
}
