/**
 * @belief A promise that waits for an event needs nothing but resolve.
 * @says Nobody listens to the page's 'error'
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const order = await new Promise<Order>((resolve) => {
    page.once('confirm', (confirmed: Order) => {
      resolve(confirmed)
    })
  })
  return order
}
