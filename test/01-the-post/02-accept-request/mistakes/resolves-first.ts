/**
 * @belief It does not matter whether one resolves before or after the work, if both stand side by side.
 * @says tells the caller when handleOrder throws
 * @says accept resolved where it should have rejected
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
  return new Promise((resolve, reject) => {
    waitForCustomer(request)
      .then((order) => {
        resolve()
        handleOrder(order)
      })
      .catch(reject)
  })
}
