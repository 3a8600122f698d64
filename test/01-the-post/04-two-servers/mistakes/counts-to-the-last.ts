/**
 * @belief The last handler to settle resolves the promise; there is always a last one.
 * @says together never ended
 * @says Somewhere a promise is awaited that nobody resolves or rejects
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

export function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served: S[] = []
  let left = customers.length
  return new Promise((resolve, reject) => {
    for (const [index, customer] of customers.entries()) {
      handle(customer).then((meal) => {
        served[index] = meal
        left -= 1
        if (left === 0) resolve(served)
      }, reject)
    }
  })
}
