/**
 * @belief A listener is taken off by itself once it has done its work.
 * @says The customer has gone, and the button is still wired
 * @says Listeners left on the page when the caller went on: [ 'confirm', 'error' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    page.on('confirm', resolve)
    page.on('error', reject)
  })
}
