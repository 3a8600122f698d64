/**
 * @belief What the listener returns is what the function around it returns.
 * @says waitForConfirm resolved at second 0 instead of 3
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  page.on('confirm', (order: Order) => {
    return order
  })
  return { table: 0, dish: 'nothing yet' }
}
