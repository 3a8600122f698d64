/**
 * @belief One list at the top of the file is enough for all the meals.
 * @says Two calls at the same time share nothing
 */
const served: unknown[] = []

export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  for (const customer of customers) {
    served.push(await handle(customer))
  }
  return served.splice(0) as S[]
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
