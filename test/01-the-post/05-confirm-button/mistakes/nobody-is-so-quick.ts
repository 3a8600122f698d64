/**
 * @belief Nobody presses before the next line has run, so there is time to note how to take a listener off.
 * @says pressed right after the call, and it is still wired
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    let leave: (() => void) | undefined
    const confirmed = (order: Order) => {
      leave?.()
      resolve(order)
    }
    const failed = (error: Error) => {
      leave?.()
      reject(error)
    }
    page.on('confirm', confirmed).on('error', failed)
    queueMicrotask(() => {
      leave = () => page.off('confirm', confirmed).off('error', failed)
    })
  })
}
