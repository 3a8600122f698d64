/**
 * @belief An error counts more than an order, whichever of them came first.
 * @says what comes first counts
 * @says pressed first rejected where it should have resolved
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let failed: Error | undefined
  const note = (error: Error) => (failed ??= error)
  page.on('error', note)
  try {
    const [order] = await once(page, 'confirm')
    if (failed) throw failed
    return order as Order
  } finally {
    page.off('error', note)
  }
}
