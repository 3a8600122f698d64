/**
 * @belief A short pause before listening does no harm; nobody presses that fast.
 * @says subscribe at once
 * @says Timers set: [ 'wait 0.01' ]
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  await new Promise((resolve) => setTimeout(resolve, 10))
  const [order] = await once(page, 'confirm')
  return order as Order
}
