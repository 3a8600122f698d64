/**
 * @belief Whoever fails is simply not counted; a promise of one's own needs no reject.
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
  const served: S[] = []
  let left = customers.length
  return new Promise((resolve) => {
    if (left === 0) resolve(served)
    for (const [index, customer] of customers.entries()) {
      handle(customer).then((meal) => {
        served[index] = meal
        left -= 1
        if (left === 0) resolve(served)
      })
    }
  })
}
