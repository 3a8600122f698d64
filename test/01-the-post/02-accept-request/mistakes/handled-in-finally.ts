/**
 * @belief finally stands for "and then": it comes after the await, whatever that did.
 * @says tells the caller when the customer leaves, and handles nothing
 * @says handled ran at second 4, once too often
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
  let order: Order | undefined
  try {
    order = await waitForCustomer(request)
  } finally {
    handleOrder(order!)
  }
}
