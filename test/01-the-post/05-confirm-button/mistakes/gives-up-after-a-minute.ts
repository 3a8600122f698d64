/**
 * @belief Whoever has not pressed the button within a minute has gone.
 * @says nor set a time limit
 * @says Timers set: [ 'wait 60' ]
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const [order] = await once(page, 'confirm', { signal: AbortSignal.timeout(60_000) })
  return order as Order
}
