/**
 * @belief What stands at the end of a function is done at the end of its wait.
 * @says waitForConfirm never ended
 */
import type { EventEmitter } from 'node:events'

interface Order {
  table: number
  dish: string
}

export async function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    page.on('confirm', resolve)
    page.on('error', reject)
    page.off('confirm', resolve)
    page.off('error', reject)
  })
}
