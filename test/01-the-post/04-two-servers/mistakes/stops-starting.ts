/**
 * @belief Once somebody has failed, the rest need not be started, together or not.
 * @says Start everybody before you wait for anybody
 * @says [ 1 ], where it should be [ 1, 3, 5 ]
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
  const meals: Promise<S>[] = []
  let failed = false
  for (const customer of customers) {
    if (failed) break
    const meal = handle(customer)
    meal.catch(() => (failed = true))
    meals.push(meal)
    await Promise.resolve()
  }
  return Promise.all(meals)
}
