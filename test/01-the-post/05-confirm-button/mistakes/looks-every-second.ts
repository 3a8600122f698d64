/**
 * @belief To know whether the button was pressed, one looks every second.
 * @says do not look again and again
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let confirmed: Order | undefined
  page.on('confirm', (order: Order) => (confirmed = order))
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (confirmed) {
        clearInterval(look)
        resolve(confirmed)
      }
    }, 1_000)
  })
}
