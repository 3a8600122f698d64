/**
 * @belief What is served first may be handed over first: the order of the answers does not matter.
 * @says in the order in which they asked, not in which they were ready
 * @says [ 'meal 1', 'meal 3', 'meal 9' ]
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
  const served: S[] = []
  await Promise.all(
    customers.map(async (customer) => {
      served.push(await handle(customer))
    }),
  )
  return served
}
