import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

/** One listener object for both events, and a promise with its handles outside. */
class Customer {
  readonly order: Promise<Order>
  #settle: { resolve: (order: Order) => void; reject: (error: Error) => void } | undefined
  readonly #page: EventEmitter

  constructor(page: EventEmitter) {
    this.#page = page
    this.order = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    page.addListener('confirm', this.#onConfirm)
    page.addListener('error', this.#onError)
  }

  readonly #onConfirm = (order: Order) => {
    this.#leave()
    this.#settle?.resolve(order)
  }

  readonly #onError = (error: Error) => {
    this.#leave()
    this.#settle?.reject(error)
  }

  #leave() {
    this.#page.removeListener('confirm', this.#onConfirm)
    this.#page.removeListener('error', this.#onError)
  }
}

export const waitForConfirm = (page: EventEmitter): Promise<Order> => new Customer(page).order
