/**
 * @belief What is served first may be handed over first: the order of the answers does not matter.
 * @says not in which they were ready
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
  const jobs = customers.map((customer) => handle(customer).then((meal) => served.push(meal)))
  await Promise.all(jobs)
  return served
}
