/**
 * @belief Promise.all calls the functions that it is given.
 * @says together resolved at second 0 instead of 9
 */
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
  const jobs: any[] = customers.map((customer) => () => handle(customer))
  return await Promise.all(jobs)
}
