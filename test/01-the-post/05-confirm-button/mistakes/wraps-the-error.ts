/**
 * @belief A new error with the same message is the same error.
 * @says It has to be that very one
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  try {
    const [order] = await once(page, 'confirm')
    return order as Order
  } catch (error) {
    throw new Error((error as Error).message, { cause: error })
  }
}
