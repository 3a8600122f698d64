/**
 * @belief A throw in a listener makes the promise around it fail.
 * @says The listener for 'error' threw
 * @says Reject your promise instead
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve) => {
    const fail = (error: Error) => {
      throw error
    }
    page.once('error', fail)
    page.once('confirm', (order: Order) => {
      page.off('error', fail)
      resolve(order)
    })
  })
}
