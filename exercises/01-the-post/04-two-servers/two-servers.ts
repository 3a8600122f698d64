/**
 * Serves one customer after another, in the order of the list. Resolves to
 * what `handle` gave for each of them, in the same order.
 */
export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  // TODO: nobody is served yet. Call `handle` for each customer, here in
  // turn, below for all together. Delete this comment when you begin.
  return []
}

/**
 * Serves all customers at the same time. Resolves to what `handle` gave for
 * each of them, in the order of the list, whoever was ready first.
 */
export async function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return []
}
