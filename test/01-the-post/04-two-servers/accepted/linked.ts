/** Pairs all the way down: a meal, and the meals of those behind. */
type Plates<S> = { meal: S; behind: Plates<S> } | null

function* unstack<S>(plates: Plates<S>): Generator<S> {
  for (let next = plates; next; next = next.behind) yield next.meal
}

const stack = <C, S>(
  [...customers]: C[],
  handle: (customer: C) => Promise<S>,
): Promise<Plates<S>> => {
  if (customers.length === 0) return Promise.resolve(null)
  const [customer, ...rest] = customers
  return handle(customer as C).then((meal) =>
    stack(rest, handle).then((behind) => ({ meal, behind })),
  )
}

export const serveInTurn = <C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> => stack(customers, handle).then((plates) => [...unstack(plates)])

/** Every handler puts its meal down before it says that it is done. */
export const serveTogether = <C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> =>
  new Promise((resolve, reject) => {
    const served: S[] = []
    const handlers = Array.from(customers, async (customer, index) => {
      served[index] = await handle(customer)
    })
    for (const handler of handlers) handler.catch(reject)
    void Promise.allSettled(handlers).then(() => resolve(served))
  })
