import type { EventEmitter } from 'node:events'

export interface Order {
  table: number
  dish: string
}

type Outcome = { order: Order } | { error: Error }

/** Stands still between the press and what becomes of it. */
function* conversation(finish: (outcome: Outcome) => void): Generator<undefined, void, Outcome> {
  finish(yield)
}

export function waitForConfirm(page: EventEmitter): Promise<Order> {
  let finish!: (outcome: Outcome) => void
  const outcome = new Promise<Outcome>((resolve) => {
    finish = resolve
  })
  const talk = conversation(finish)
  talk.next()

  const listeners = {
    confirm: (order: Order) => talk.next({ order }),
    error: (error: Error) => talk.next({ error }),
  }
  for (const [event, listener] of Object.entries(listeners)) page.prependListener(event, listener)

  return outcome.then((heard) => {
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener)
    if ('error' in heard) throw heard.error
    return heard.order
  })
}
