/**
 * @belief There is a list of the right length already: each meal can take the place of its customer.
 * @says The list belongs to the caller
 * @says Afterwards it was: [ 'meal 3'
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
  const served = customers as unknown[]
  await Promise.all(
    customers.map(async (customer, index) => {
      served[index] = await handle(customer)
    }),
  )
  return served as S[]
}
