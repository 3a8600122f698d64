/**
 * @belief removeAllListeners takes off all the listeners that I have put on.
 * @says Somebody else listens on this page, too. Take off only what you have put on
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const leave = () => page.removeAllListeners('confirm').removeAllListeners('error')
    page.once('confirm', (order: Order) => {
      leave()
      resolve(order)
    })
    page.once('error', (error: Error) => {
      leave()
      reject(error)
    })
  })
}
