/**
 * @belief Promise.all serves the customers in the order of the list, one after another.
 * @says in turn resolved at second 9 instead of 25
 * @says await one before you start the next
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
