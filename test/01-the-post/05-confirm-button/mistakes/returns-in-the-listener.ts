/**
 * @belief A return inside the listener returns from the function around it.
 * @says waitForConfirm resolved at second 0 instead of 3
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

// @ts-expect-error nothing is returned here
export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  page.once('confirm', (order: Order) => {
    return order
  })
}
