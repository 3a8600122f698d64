/**
 * @belief A new error with the same message is the same error.
 * @says It has to be that very one
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
    throw error instanceof Error ? new Error(error.message, { cause: error }) : error
  }
}
