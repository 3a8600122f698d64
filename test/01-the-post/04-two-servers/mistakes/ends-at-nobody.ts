/**
 * @belief The queue is over when what comes next is nothing.
 * @says Customers and meals may be anything
 * @says it resolved to [], where it should have resolved to [ '', false, null, undefined ]
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const queue = [...customers]
  const served: S[] = []
  for (let customer = queue.shift(); customer; customer = queue.shift()) {
    served.push(await handle(customer))
  }
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
