/**
 * @belief map with an async function waits for all the calls that it makes.
 * @says together ended at second 0 while five jobs were still running
 * @says did not wait for
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
  // @ts-expect-error a list of promises is no list of meals
  return customers.map(async (customer) => await handle(customer))
}
