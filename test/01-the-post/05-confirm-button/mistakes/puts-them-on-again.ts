/**
 * @belief Whoever takes all listeners off and puts those of the others on again has changed nothing.
 * @says Touch no listener but your own
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const takeOff = (event: string, mine: unknown) => {
      const others = page.listeners(event).filter((listener) => listener !== mine)
      page.removeAllListeners(event)
      for (const other of others) page.on(event, other as () => void)
    }
    const leave = () => {
      takeOff('confirm', confirmed)
      takeOff('error', failed)
    }
    const confirmed = (order: Order) => {
      leave()
      resolve(order)
    }
    const failed = (error: Error) => {
      leave()
      reject(error)
    }
    page.on('confirm', confirmed).on('error', failed)
  })
}
