/**
 * @belief for await waits for one handler before the next is called.
 * @says in turn resolved at second 9 instead of 25
 * @says await one before you start the next
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for await (const meal of customers.map((customer) => handle(customer))) {
    served.push(meal)
  }
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
