/**
 * @belief Nobody can make anything of undefined, so an error has to take its place.
 * @says no error of yours takes its place
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  for (const customer of customers) served.push(await handle(customer))
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  try {
    return await Promise.all(customers.map((customer) => handle(customer)))
  } catch (error) {
    throw error ?? new Error('somebody was not served')
  }
}
