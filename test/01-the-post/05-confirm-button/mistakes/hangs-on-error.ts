/**
 * @belief A promise that waits for an event needs nothing but resolve.
 * @says Nobody listens to the page's 'error'
 * @says A promise needs a way to fail as well
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve) => {
    page.once('confirm', resolve)
  })
}
