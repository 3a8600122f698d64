/**
 * @belief A meal that is nothing need not be in the list.
 * @says one meal for each customer
 * @says it resolved to [], where it should have resolved to [ '', false, null, undefined ]
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

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served = await Promise.all(customers.map((customer) => handle(customer)))
  return served.filter(Boolean)
}
