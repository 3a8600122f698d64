/**
 * @belief There is one button, so one promise at the top of the file will do.
 * @says waitForConfirm resolves to the very order that came with 'confirm'
 * @says it is { table: 4, dish: 'pasta' }, where it should be { table: 2, dish: 'soup' }
 */
import { once, type EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

let pressed: Promise<Order> | undefined

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return (pressed ??= once(page, 'confirm').then(([order]) => order as Order))
}
