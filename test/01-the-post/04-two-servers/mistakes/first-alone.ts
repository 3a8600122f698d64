/**
 * @belief The first customer has to be served before the doors open for all the others.
 * @says together resolved at second 16 instead of 9
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
  const [first, ...rest] = customers
  if (first === undefined) return []
  const served = await handle(first)
  return [served, ...(await Promise.all(rest.map((customer) => handle(customer))))]
}
