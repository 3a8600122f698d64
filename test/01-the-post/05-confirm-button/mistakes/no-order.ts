/**
 * @belief That the button was pressed is all there is to know.
 * @says waitForConfirm resolves to the order that came with 'confirm'
 * @says expected undefined
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
