/**
 * @belief Promise.all takes the promises one by one, as gather does in Python.
 * @says not iterable
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
  // @ts-expect-error: it takes one list.
  return Promise.all(...customers.map((customer) => handle(customer)))
}
