/**
 * @belief What has lost a race is over: nobody is listening there any more.
 * @says The customer has gone, and the button is still wired
 * @says Listeners left on the page when the caller went on: [ 'error' ]
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  const failure = once(page, 'error').then(([error]) => {
    throw error
  })
  const [order] = await Promise.race([once(page, 'confirm'), failure])
  return order as Order
}
