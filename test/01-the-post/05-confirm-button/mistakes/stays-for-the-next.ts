/**
 * @belief After the first press one goes on listening, for whoever waits next.
 * @says The customer has gone, and the button is still wired
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

const presses = new WeakMap<EventEmitter, Order[]>()

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  if (!presses.has(page)) {
    presses.set(page, [])
    page.on('confirm', (order: Order) => presses.get(page)?.push(order))
  }
  const known = presses.get(page)?.shift()
  if (known) return known
  await once(page, 'confirm')
  return presses.get(page)!.shift()!
}
