/**
 * @belief An error is an answer as well, and resolve takes any answer.
 * @says waitForConfirm fails with the very error of the page
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve) => {
    page.once('confirm', resolve)
    page.once('error', resolve)
  })
}
