/**
 * @belief Only a success has to be cleaned up; after an error everything is over anyway.
 * @says The page has failed, and the button is still wired
 * @says Listeners left on the page when the caller went on: [ 'confirm' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    page.once('error', reject)
    page.once('confirm', (order: Order) => {
      page.off('error', reject)
      resolve(order)
    })
  })
}
