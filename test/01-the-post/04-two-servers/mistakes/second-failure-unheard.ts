/**
 * @belief When one handler has failed, the failures of the others have been heard with it.
 * @says A promise was rejected and nobody was listening: Error: spilt
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
  let stop: (reason: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    stop = reject
  })
  let heard = false
  const all = customers.map((customer, index) =>
    handle(customer).then(
      (meal) => {
        served[index] = meal
      },
      (error: unknown) => {
        if (heard) throw error
        heard = true
        stop(error)
      },
    ),
  )
  for (const one of all) await Promise.race([one, failed])
  return served
}
