/**
 * @belief The caller waits for the customer only; how the order ends is the kitchen's affair.
 * @says tells the caller when handleOrder throws
 * @says accept resolved where it should have rejected
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
    // The kitchen knows.
  }
}
