/**
 * @belief A loop handles one customer after another, whether it awaits them or not.
 * @says in turn resolved at second 9 instead of 25
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: Promise<S>[] = []
  for (const customer of customers) {
    served.push(handle(customer))
  }
  return await Promise.all(served)
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
