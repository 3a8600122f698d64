/**
 * @belief Promise.resolve makes of a promise what is in it.
 * @says accept ended at second 0 while one job was still running
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
  const order = Promise.resolve(waitForCustomer(request))
  // @ts-expect-error: a promise of an order stands where an order belongs.
  handleOrder(order)
}
