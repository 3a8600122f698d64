/**
 * @belief Handlers that all run already may be awaited one after the other; a failure waits for its turn.
 * @says together, a failure is heard at once
 * @says together rejected at second 9 instead of 1
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
  const meals = customers.map((customer) => handle(customer))
  const served: S[] = []
  for (const meal of meals) {
    served.push(await meal)
  }
  return served
}
