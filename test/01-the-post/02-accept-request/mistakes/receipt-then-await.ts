/**
 * @belief It does not matter where the await stands, as long as there is one.
 * @says handled came at second 0 instead of 4
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
  await order
}
