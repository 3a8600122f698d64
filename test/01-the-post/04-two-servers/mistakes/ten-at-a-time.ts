/**
 * @belief Ten at a time are as good as all together.
 * @says together, thirty customers of 2 seconds each are served in 2 seconds
 * @says together resolved at second 6 instead of 2
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
  for (let first = 0; first < customers.length; first += 10) {
    const ten = customers.slice(first, first + 10)
    served.push(...(await Promise.all(ten.map((customer) => handle(customer)))))
  }
  return served
}
