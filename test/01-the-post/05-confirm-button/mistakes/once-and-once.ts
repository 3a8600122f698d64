/**
 * @belief once cleans up after itself, so two of them leave nothing behind.
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
    page.once('confirm', resolve)
    page.once('error', reject)
  })
}
