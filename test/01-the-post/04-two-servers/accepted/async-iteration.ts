import { once, EventEmitter } from 'node:events'

/** Meals that come out of a generator; and a bell that rings when the last of them is there. */
async function* meals<C, S>(customers: Iterable<C>, handle: (customer: C) => Promise<S>) {
  for (const customer of customers) yield await handle(customer)
}

export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for await (const meal of meals(customers, handle)) served.push(meal)
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  if (customers.length === 0) return []
  const counter = new EventEmitter()
  const served = new Map<number, S>()
  for (const [index, customer] of customers.entries()) {
    handle(customer)
      .then((meal) => {
        served.set(index, meal)
        if (served.size === customers.length) counter.emit('bell')
      })
      .catch((error: unknown) => counter.listenerCount('error') && counter.emit('error', error))
  }
  await once(counter, 'bell')
  return customers.map((_, index) => served.get(index)!)
}
