/** The first customer, and then the rest in the same manner. */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  if (customers.length === 0) return []
  const meal = await handle(customers[0]!)
  return [meal, ...(await serveInTurn(customers.slice(1), handle))]
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  if (customers.length === 0) return []
  const first = handle(customers[0]!)
  const [meal, rest] = await Promise.all([first, serveTogether(customers.slice(1), handle)])
  return [meal, ...rest]
}
