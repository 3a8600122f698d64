/**
 * @belief The second function given to then also catches what the first one throws.
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
  return new Promise((resolve, reject) => {
    waitForCustomer(request).then((order) => {
      handleOrder(order)
      resolve()
    }, reject)
  })
}
