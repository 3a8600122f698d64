/**
 * @belief The promise is resolved at the end of the moment, with what was pressed last.
 * @says The button was pressed twice: the first press counts
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let latest: Order | undefined
  const note = (order: Order) => (latest = order)
  page.on('confirm', note)
  try {
    await once(page, 'confirm')
    return latest!
  } finally {
    page.off('confirm', note)
  }
}
