/**
 * @belief Promise.race throws the loser away with all that it has set up.
 * @says Listeners left: [ 'error' ], where it should be []
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

/**
 * Waits for the customer to press the button. Resolves to the order that
 * the page emits with 'confirm', or rejects with the error of its 'error'.
 */
export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const confirmed = new Promise<Order>((resolve) => {
    page.once('confirm', resolve)
  })
  const failed = new Promise<Order>((_, reject) => {
    page.once('error', reject)
  })
  return Promise.race([confirmed, failed])
}
