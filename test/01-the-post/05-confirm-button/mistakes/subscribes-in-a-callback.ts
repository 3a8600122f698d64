/**
 * @belief setImmediate is at once: nothing can happen before it.
 * @says nobody listens yet
 * @says Subscribe before your first await
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      once(page, 'confirm').then(([order]) => resolve(order as Order), reject)
    })
  })
}
