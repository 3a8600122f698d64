/**
 * Serves one customer after another, in the order of the list. Resolves to
 * what `handle` gave for each of them, in the same order.
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for (const customer of customers) {
    // The await stands inside the loop on purpose: it keeps the queue.
    served.push(await handle(customer))
  }
  return served
}

/**
 * Serves all customers at the same time. Resolves to what `handle` gave for
 * each of them, in the order of the list, whoever was ready first.
 */
export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  // The map has called every handler before anybody waits for one.
  return Promise.all(customers.map((customer) => handle(customer)))
}
