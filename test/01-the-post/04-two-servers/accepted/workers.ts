/** A queue that is drained, by one worker or by as many as there are customers. */
async function serve<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
  workers: number,
): Promise<S[]> {
  const queue = customers.entries()
  const served: S[] = []
  const work = async () => {
    for (const [index, customer] of queue) served[index] = await handle(customer)
  }
  const atWork = new Set<Promise<void>>()
  while (atWork.size < workers) atWork.add(work())
  await Promise.all(atWork)
  return served
}

export const serveInTurn = <C, S>(customers: C[], handle: (customer: C) => Promise<S>) =>
  serve(customers, handle, 1)

export const serveTogether = <C, S>(customers: C[], handle: (customer: C) => Promise<S>) =>
  serve(customers, handle, customers.length)
