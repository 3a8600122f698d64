import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** A promise by hand, settled first and cleaned up in one place. */
export function waitForConfirm(page: EventEmitter): Promise<Order> {
  let leave = () => {}
  return new Promise<Order>((resolve, reject) => {
    leave = () => void page.off('confirm', resolve).off('error', reject)
    page.on('confirm', resolve).on('error', reject)
  }).finally(() => leave())
}
