/**
 * @belief The listener that was put on last is mine.
 * @says Take off your own listeners, and touch no other
 * @says [ 'stays', 'yours' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

type Listener = (...values: unknown[]) => void

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      for (const event of ['confirm', 'error']) {
        const last = page.listeners(event).at(-1) as Listener | undefined
        if (last) page.off(event, last)
      }
    }
    page.on('confirm', (order: Order) => {
      leave()
      resolve(order)
    })
    page.on('error', (error: Error) => {
      leave()
      reject(error)
    })
  })
}
