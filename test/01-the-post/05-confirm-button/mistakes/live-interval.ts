/**
 * @belief An interval ends by itself when the promise has been resolved.
 * @says subscribe at once, and do not look again and again
 * @says Timers set
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    let confirmed: Order | undefined
    page.once('confirm', (order: Order) => (confirmed = order))
    page.once('error', reject)
    setInterval(() => {
      if (confirmed) resolve(confirmed)
    }, 1_000)
  })
}
