/**
 * @belief An error that has been passed on should be thrown on as well.
 * @says A promise was rejected and nobody was listening: Error: the meal of customer 1 is burnt
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
    const served = new Array<S>(customers.length)
    let left = customers.length
    if (left === 0) resolve(served)
    customers.forEach(async (customer, index) => {
      try {
        served[index] = await handle(customer)
      } catch (error) {
        reject(error)
        throw error
      }
      left -= 1
      if (left === 0) resolve(served)
    })
  })
}
