/**
 * @belief Every customer has a promise of their own, so a set holds them all.
 * @says The handler gave the same promise for all three of them
 * @says [ 'stew' ]
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
  const atWork = new Set<Promise<S>>()
  for (const customer of customers) atWork.add(handle(customer))
  return Promise.all(atWork)
}
