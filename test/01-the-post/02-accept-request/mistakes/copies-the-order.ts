/**
 * @belief A copy of the order is as good as the order itself.
 * @says Hand over the order itself
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
  const order = await waitForCustomer(request)
  handleOrder({ ...order })
}
