/**
 * @belief An arrow function gives back its last line, with braces as well.
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
  // @ts-expect-error: these are promises of nothing.
  return Promise.all(
    customers.map((customer) => {
      handle(customer)
    }),
  )
}
