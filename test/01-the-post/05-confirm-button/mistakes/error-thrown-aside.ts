/**
 * @belief Whatever is thrown inside of new Promise rejects it, in a listener as well.
 * @says The listener for 'error' threw
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve) => {
    page.once('confirm', (order: Order) => resolve(order))
    page.once('error', (error: Error) => {
      throw error
    })
  })
}
