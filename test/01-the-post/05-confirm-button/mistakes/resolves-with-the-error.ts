/**
 * @belief Whatever the page says is the answer; the caller can look what it is.
 * @says waitForConfirm fails with the very error of the page
 * @says it resolved to Error: the kitchen is closed, where it should have rejected
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
