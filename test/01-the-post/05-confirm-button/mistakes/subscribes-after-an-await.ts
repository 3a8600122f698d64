/**
 * @belief An event waits until somebody listens, so the page may be prepared first.
 * @says nobody listens yet
 * @says Subscribe before your first await
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  await Promise.resolve('the page is drawn')
  const [order] = await once(page, 'confirm')
  return order as Order
}
