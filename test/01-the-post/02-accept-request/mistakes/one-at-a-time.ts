/**
 * @belief The next request can be accepted only when the one before it has been handled.
 * @says the second customer is asked at once, and not when the first has chosen
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

let before: Promise<unknown> = Promise.resolve()

export function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const current = before.then(() => waitForCustomer(request)).then(handleOrder)
  before = current.catch(() => undefined)
  return current
}
