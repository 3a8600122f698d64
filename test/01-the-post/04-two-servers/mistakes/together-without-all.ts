/**
 * @belief Whoever returns a list of promises returns the values, once they are there.
 * @says together ended at second 0 while five jobs were still running
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
  return customers.map((customer) => handle(customer)) as never
}
