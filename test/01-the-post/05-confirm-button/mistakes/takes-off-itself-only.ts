/**
 * @belief Each listener takes itself off, and so nothing is left in the end.
 * @says Listeners left: [ 'error' ]
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const onConfirm = (order: Order) => {
      page.off('confirm', onConfirm)
      resolve(order)
    }
    const onError = (error: Error) => {
      page.off('error', onError)
      reject(error)
    }
    page.on('confirm', onConfirm)
    page.on('error', onError)
  })
}
