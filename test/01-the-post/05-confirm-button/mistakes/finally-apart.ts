/**
 * @belief finally on a promise only looks on; it makes no promise of its own.
 * @says A promise was rejected and nobody was listening: Error: the kitchen is closed
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  let onConfirm!: (order: Order) => void
  let onError!: (error: Error) => void
  const pressed = new Promise<Order>((resolve, reject) => {
    onConfirm = resolve
    onError = reject
  })
  page.on('confirm', onConfirm).on('error', onError)
  pressed.finally(() => page.off('confirm', onConfirm).off('error', onError))
  return pressed
}
