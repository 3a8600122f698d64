/**
 * @belief An async executor hands its errors on to the promise around it.
 * @says waitForConfirm fails with the very error of the page
 * @says waitForConfirm never ended
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise(async (resolve) => {
    const [order] = await once(page, 'confirm')
    resolve(order as Order)
  })
}
