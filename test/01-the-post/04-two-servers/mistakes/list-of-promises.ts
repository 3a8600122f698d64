/**
 * @belief Whoever returns a list of promises returns the values, once they are there.
 * @says in turn ended at second 0 while five jobs were still running
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: Promise<S>[] = []
  for (const customer of customers) {
    served.push(handle(customer))
  }
  // @ts-expect-error: these are promises of meals.
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
