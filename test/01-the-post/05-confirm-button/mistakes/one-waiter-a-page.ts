/**
 * @belief Whoever waits for a page that somebody waits for already gets the next press.
 * @says a press is heard by everybody who waits for it
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

const waiting = new WeakMap<EventEmitter, Promise<unknown>>()

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  const listen = async () => {
    const [order] = await once(page, 'confirm')
    return order as Order
  }
  const before = waiting.get(page)
  const mine = before ? before.then(listen, listen) : listen()
  const done = mine.then(
    () => undefined,
    () => undefined,
  )
  waiting.set(page, done)
  void done.then(() => waiting.get(page) === done && waiting.delete(page))
  return mine
}
