import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/**
 * Waits for the customer to press the button. Resolves to the order that
 * the page emits with 'confirm', or rejects with the error of its 'error'.
 */
export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    // `once` takes off the listener that was called; the other one is ours.
    const onConfirm = (order: Order) => {
      page.off('error', onError)
      resolve(order)
    }
    const onError = (error: Error) => {
      page.off('confirm', onConfirm)
      reject(error)
    }
    page.once('confirm', onConfirm)
    page.once('error', onError)
  })
}
