/**
 * @belief once goes on to the next line when the event has come.
 * @says waitForConfirm resolved at second 0 instead of 3
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  let confirmed: Order | undefined
  page.once('confirm', (order: Order) => {
    confirmed = order
  })
  page.once('error', (error: Error) => {
    throw error
  })
  // @ts-expect-error: there is no order yet.
  return confirmed
}
