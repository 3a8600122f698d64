/**
 * @belief A promise made by hand fails by itself when something inside it fails.
 * @says tells the caller when handleOrder throws
 * @says tells the caller when the customer leaves
 * @says accept never ended
 * @says the failure of customer was not passed on
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
