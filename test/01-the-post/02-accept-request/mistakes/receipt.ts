/**
 * @belief Calling a function gives its result, and so the order is there at once.
 * @says accept ended at second 0 while one job was still running
 * @says handleOrder was given the receipt, a promise, and not the order itself
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const order = waitForCustomer(request)
  // @ts-expect-error: a promise of an order stands where an order belongs.
  handleOrder(order)
}
