/**
 * @belief allSettled is the careful Promise.all: what has failed is left out of the list.
 * @says serveTogether has to fail with the very error of the handler
 * @says it resolved to [ 'meal 9', 'meal 3', 'meal 5' ], where it should have rejected
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
  const outcomes = await Promise.allSettled(customers.map((customer) => handle(customer)))
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
}
