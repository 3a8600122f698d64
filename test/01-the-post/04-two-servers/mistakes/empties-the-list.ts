/**
 * @belief The list is mine as soon as it has been given to me, so I may take the customers out of it.
 * @says The list belongs to the caller
 * @says Afterwards it was: []
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  while (customers.length > 0) {
    served.push(await handle(customers.shift()!))
  }
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
