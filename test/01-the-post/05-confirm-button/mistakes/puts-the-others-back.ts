/**
 * @belief It is enough to remember who was listening before, and to put them back afterwards.
 * @says Take off your own listeners, and touch no other
 * @says [ 'stays', 'goes' ]
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

type Listener = (...values: unknown[]) => void

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  const theirs = page.listeners('confirm') as Listener[]
  const theirErrors = page.listeners('error') as Listener[]
  const restore = () => {
    page.removeAllListeners('confirm').removeAllListeners('error')
    for (const listener of theirs) page.on('confirm', listener)
    for (const listener of theirErrors) page.on('error', listener)
  }
  return new Promise((resolve, reject) => {
    page.on('confirm', (order: Order) => {
      restore()
      resolve(order)
    })
    page.on('error', (error: Error) => {
      restore()
      reject(error)
    })
  })
}
