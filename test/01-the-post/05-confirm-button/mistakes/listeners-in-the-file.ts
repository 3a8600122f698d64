/**
 * @belief There is one button, so one pair of listeners at the top of the file will do.
 * @says each call has to take its own listeners off its own page
 */
import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

let onConfirm: (order: Order) => void
let onError: (error: Error) => void

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  return new Promise((resolve, reject) => {
    const leave = () => page.off('confirm', onConfirm).off('error', onError)
    onConfirm = (order) => {
      leave()
      resolve(order)
    }
    onError = (error) => {
      leave()
      reject(error)
    }
    page.on('confirm', onConfirm).on('error', onError)
  })
}
