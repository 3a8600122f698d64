/**
 * @belief What has failed once may work at the second attempt.
 * @says handleOrder is called once, and not again when it has thrown
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
  try {
    handleOrder(order)
  } catch {
    handleOrder(order)
  }
}
