/**
 * @belief What stands in a then is done before the function returns.
 * @says in turn ended at second 0 while five jobs were still running
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for (const customer of customers) {
    handle(customer).then((meal) => served.push(meal))
  }
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
