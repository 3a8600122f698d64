/**
 * @belief forEach with an async function comes back when all its calls are done.
 * @says together ended at second 0 while five jobs were still running
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
  customers.forEach(async (customer) => {
    const meal = await handle(customer)
    served.push(meal)
  })
  return served
}
