/**
 * @belief Serving in turn means that the next call has to stand behind the one before, too.
 * @says two calls at the same time: neither waits for the customers of the other
 */
let before: Promise<unknown> = Promise.resolve()

export function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const current = before.then(async () => {
    const served: S[] = []
    for (const customer of customers) served.push(await handle(customer))
    return served
  })
  before = current.catch(() => undefined)
  return current
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
