/**
 * @belief It is enough to know that the button was pressed; the order is known.
 * @says where it should be { table: 2, dish: 'soup' }
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  await new Promise<void>((resolve) => {
    page.once('confirm', () => resolve())
  })
  return { table: 0, dish: 'nothing yet' }
}
