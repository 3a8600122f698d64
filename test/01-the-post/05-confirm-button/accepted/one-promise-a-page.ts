import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** As long as somebody waits for a page, whoever comes shares their promise. */
const waiting = new WeakMap<EventEmitter, Promise<Order>>()

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  const shared = waiting.get(page)
  if (shared) return shared
  const leave = () => void waiting.delete(page)
  const forget = () => void page.off('confirm', leave).off('error', leave)
  page.once('confirm', leave).once('error', leave)
  const order = once(page, 'confirm').then(([confirmed]) => confirmed as Order)
  const mine = order.finally(forget)
  waiting.set(page, mine)
  return mine
}
