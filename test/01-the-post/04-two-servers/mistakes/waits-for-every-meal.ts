/**
 * @belief As long as there is nothing in the list for a customer, that customer has not been served.
 * @says takes nothing for an answer, too
 * @says together never ended
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
  return new Promise((resolve, reject) => {
    const served: (S | undefined)[] = customers.map(() => undefined)
    if (served.length === 0) resolve([])
    customers.forEach((customer, index) => {
      handle(customer).then((meal) => {
        served[index] = meal
        if (!served.includes(undefined)) resolve(served as S[])
      }, reject)
    })
  })
}
