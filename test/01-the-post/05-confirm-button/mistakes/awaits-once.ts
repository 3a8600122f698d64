/**
 * @belief once returns something that an await can wait for.
 * @says waitForConfirm resolved at second 0 instead of 3
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  // @ts-expect-error: once returns the page.
  return await page.once('confirm', (order: Order) => order)
}
