/**
 * @belief No customer takes longer than a minute, so one may stop waiting then.
 * @says A customer may take an hour
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
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a customer is too slow')), 60_000)
  })
  try {
    const served = Promise.all(customers.map((customer) => handle(customer)))
    return await Promise.race([served, patience])
  } finally {
    clearTimeout(timer)
  }
}
