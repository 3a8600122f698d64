/**
 * @belief A copy of the order is as good as the order itself.
 * @says this is another one with the same in it
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const [{ table, dish }] = (await once(page, 'confirm')) as [Order]
  return { table, dish }
}
