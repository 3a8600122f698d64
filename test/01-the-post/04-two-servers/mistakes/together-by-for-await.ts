/**
 * @belief for await over handlers that run already hears of whichever fails first.
 * @says together rejected at second 9 instead of 1
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
  for await (const meal of customers.map((customer) => handle(customer))) {
    served.push(meal)
  }
  return served
}
