/**
 * @belief What has failed once may work at the second attempt.
 * @says handled soup came again, and once is enough
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
