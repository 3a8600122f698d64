/**
 * @belief To put the order off into a callback frees the caller, and costs nothing.
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
  setImmediate(() => handleOrder(order))
}
