/**
 * @belief once cleans up after itself, so two of them leave nothing behind.
 * @says Listeners left: [ 'error' ]
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return await new Promise((resolve, reject) => {
    page.once('confirm', (order: Order) => {
      resolve(order)
    })
    page.once('error', (error: Error) => {
      reject(error)
    })
  })
}
