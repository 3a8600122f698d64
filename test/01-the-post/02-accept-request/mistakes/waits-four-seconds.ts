/**
 * @belief The customer needs four seconds, so waiting for four seconds is waiting for the customer.
 * @says each request waits for its own customer, and for nobody else
 * @says accept 2 resolved at second 4 instead of 2
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
  waitForCustomer(request).then((chosen) => (order = chosen))
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  handleOrder(order!)
}
