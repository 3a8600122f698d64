/**
 * @belief Once a promise has been awaited, its variable holds the value.
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
  await order
  // @ts-expect-error: a promise of an order stands where an order belongs.
  handleOrder(order)
}
