/**
 * @belief events.once resolves to the value that was emitted.
 * @says waitForConfirm resolves to the very order that came with 'confirm'
 * @says it is [ { table: 2, dish: 'soup' } ], where it should be { table: 2, dish: 'soup' }
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  // @ts-expect-error once resolves to the list of all that was emitted
  return once(page, 'confirm')
}
