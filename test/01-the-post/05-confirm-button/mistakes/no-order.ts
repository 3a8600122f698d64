/**
 * @belief That the button was pressed is all there is to know.
 * @says waitForConfirm resolves to the very order that came with 'confirm'
 * @says undefined, where it should be
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  await once(page, 'confirm')
  return undefined as unknown as Order
}
