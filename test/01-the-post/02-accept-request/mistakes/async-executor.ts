/**
 * @belief In an async executor one may await, and an error in it rejects the promise.
 * @says handleOrder throws: the caller of acceptRequest has to hear it
 * @says accept never settled
 * @says new Promise fails only when reject is called
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
