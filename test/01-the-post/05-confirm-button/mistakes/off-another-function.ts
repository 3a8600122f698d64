/**
 * @belief off finds a listener by what it does: an equal function will do.
 * @says The customer has gone, and the button is still wired
 * @says Listeners left on the page when the caller went on: [ 'error' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    page.once('confirm', (order: Order) => {
      page.off('error', (error: Error) => reject(error))
      resolve(order)
    })
    page.once('error', (error: Error) => {
      page.off('confirm', (order: Order) => resolve(order))
      reject(error)
    })
  })
}
