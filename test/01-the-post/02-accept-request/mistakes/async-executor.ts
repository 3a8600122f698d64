/**
 * @belief In an async executor one may await, and an error in it rejects the promise.
 * @says tells the caller when handleOrder throws
 * @says accept never ended
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

export function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  return new Promise(async (resolve) => {
    const order = await waitForCustomer(request)
    handleOrder(order)
    resolve()
  })
}
