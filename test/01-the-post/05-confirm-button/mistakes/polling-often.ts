/**
 * @belief Whoever looks often enough misses nothing, so a short interval is as good as an event.
 * @says subscribe at once, and do not look again and again
 * @says Timers set
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    let confirmed: Order | undefined
    let failed: Error | undefined
    const onConfirm = (order: Order) => (confirmed ??= order)
    const onError = (error: Error) => (failed ??= error)
    page.on('confirm', onConfirm).on('error', onError)
    const look = setInterval(() => {
      if (!confirmed && !failed) return
      clearInterval(look)
      page.off('confirm', onConfirm).off('error', onError)
      if (confirmed) resolve(confirmed)
      else reject(failed)
    }, 25)
  })
}
