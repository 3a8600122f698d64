/**
 * @belief await calls the function that stands behind it.
 * @says handled
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
  // @ts-expect-error: the function itself is awaited, and not what it returns.
  const order: Order = await waitForCustomer
  handleOrder(order)
}
