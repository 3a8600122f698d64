/**
 * @belief As long as the promise for a page has not been cleared away, it is good for everybody.
 * @says waitForConfirm was called between two presses
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

const waiting = new Map<EventEmitter, Promise<Order>>()

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  const shared = waiting.get(page)
  if (shared) return shared
  const order = once(page, 'confirm')
    .then(([confirmed]) => confirmed as Order)
    .finally(() => waiting.delete(page))
  waiting.set(page, order)
  return order
}
