/**
 * @belief The second function given to then also catches what the first one throws.
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
  return new Promise((resolve, reject) => {
    waitForCustomer(request).then((order) => {
      handleOrder(order)
      resolve()
    }, reject)
  })
}
