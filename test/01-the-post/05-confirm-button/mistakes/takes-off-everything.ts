/**
 * @belief removeAllListeners leaves the page as it was before.
 * @says Take off only what you have put on
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    page.on('confirm', (order: Order) => {
      page.removeAllListeners()
      resolve(order)
    })
    page.on('error', (error: Error) => {
      page.removeAllListeners()
      reject(error)
    })
  })
}
