/**
 * @belief once without a listener waits for the event.
 * @says listener
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  // @ts-expect-error: once wants a listener, and returns the page.
  return await page.once('confirm')
}
