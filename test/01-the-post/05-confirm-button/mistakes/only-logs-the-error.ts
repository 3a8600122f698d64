/**
 * @belief An error that has been written down has been dealt with.
 * @says waitForConfirm fails with the very error of the page
 * @says waitForConfirm never ended
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  const log: string[] = []
  return new Promise((resolve) => {
    const note = (error: Error) => log.push(error.message)
    page.once('error', note)
    page.once('confirm', (order: Order) => {
      page.off('error', note)
      resolve(order)
    })
  })
}
