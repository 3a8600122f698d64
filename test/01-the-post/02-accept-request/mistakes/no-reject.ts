/**
 * @belief A promise made by hand fails by itself when something inside it fails.
 * @says handleOrder throws: the caller of acceptRequest has to hear it
 * @says the caller of acceptRequest has to hear why
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
  return new Promise((resolve) => {
    waitForCustomer(request).then((order) => {
      handleOrder(order)
      resolve()
    })
  })
}
