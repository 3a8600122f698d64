/**
 * @belief An error that has been logged has been handled.
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
  return waitForCustomer(request)
    .then((order) => {
      handleOrder(order)
    })
    .catch((error: unknown) => {
      console.error(error)
    })
}
