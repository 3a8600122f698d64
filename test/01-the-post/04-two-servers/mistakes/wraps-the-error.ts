/**
 * @belief An error should be wrapped by everybody through whose hands it goes.
 * @says serveTogether has to fail with the very error of the handler
 * @says somebody was not served
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
  try {
    return await Promise.all(customers.map((customer) => handle(customer)))
  } catch (error) {
    throw new Error('somebody was not served', { cause: error })
  }
}
