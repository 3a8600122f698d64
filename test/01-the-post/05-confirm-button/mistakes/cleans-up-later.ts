/**
 * @belief To take the listeners off there is time, once the caller has the order.
 * @says The customer has gone, and the button is still wired
 * @says Listeners left on the page when the caller went on: [ 'confirm', 'error' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const leave = () => setImmediate(() => page.off('confirm', onConfirm).off('error', onError))
    const onConfirm = (order: Order) => {
      resolve(order)
      leave()
    }
    const onError = (error: Error) => {
      reject(error)
      leave()
    }
    page.on('confirm', onConfirm).on('error', onError)
  })
}
