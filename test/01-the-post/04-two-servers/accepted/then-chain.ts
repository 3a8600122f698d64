/** Then chains, and no await at all. */
export function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return customers.reduce(
    (before, customer) =>
      before.then((served) => handle(customer).then((meal) => [...served, meal])),
    Promise.resolve<S[]>([]),
  )
}

export function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map(handle))
}
