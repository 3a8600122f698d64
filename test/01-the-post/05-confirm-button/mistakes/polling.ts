/**
 * @belief To find out whether something has happened, one has to look now and then.
 * @says subscribe at once, and do not look again and again
 * @says Timers set
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let confirmed: Order | undefined
  let failed: Error | undefined
  const onConfirm = (order: Order) => (confirmed ??= order)
  const onError = (error: Error) => (failed ??= error)
  page.on('confirm', onConfirm).on('error', onError)
  try {
    for (;;) {
      if (confirmed) return confirmed
      if (failed) throw failed
      await new Promise((resolve) => setTimeout(resolve, 2_000))
    }
  } finally {
    page.off('confirm', onConfirm).off('error', onError)
  }
}
