/**
 * @belief Promise.all waits for everything that is begun within its brackets.
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
  const served: Promise<S>[] = []
  await Promise.all(customers.map((customer) => served.push(handle(customer))))
  // @ts-expect-error: these are promises of meals.
  return served
}
