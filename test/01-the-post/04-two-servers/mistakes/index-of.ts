/**
 * @belief A customer can be found again in the list by what they ordered.
 * @says Two customers, two meals, although they order the same
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
      served[customers.indexOf(customer)] = await handle(customer)
    }),
  )
  return served
}
