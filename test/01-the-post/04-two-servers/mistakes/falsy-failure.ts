/**
 * @belief An error is always something: if there is nothing in the variable, nothing has gone wrong.
 * @says a handler that rejects with undefined has failed like any other
 * @says it resolved to [], where it should have rejected with undefined
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  let problem: unknown
  for (const customer of customers) {
    try {
      served.push(await handle(customer))
    } catch (error) {
      problem = error
      break
    }
  }
  if (problem) throw problem
  return served
}

export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return Promise.all(customers.map((customer) => handle(customer)))
}
