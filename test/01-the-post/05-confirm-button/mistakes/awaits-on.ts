/**
 * @belief An await in front of page.on waits for the event.
 * @says waitForConfirm resolved at second 0 instead of 3
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let confirmed: Order | undefined
  await page.on('confirm', (order: Order) => {
    confirmed = order
  })
  // @ts-expect-error: there is no order yet.
  return confirmed
}
