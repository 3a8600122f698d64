/**
 * @belief One notepad will do for all requests: a variable outside of the function holds the order.
 * @says handleOrder is called once, with what the customer has chosen
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

let chosen: Order | undefined

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  waitForCustomer(request).then((order) => (chosen = order))
  while (!chosen) await new Promise((resolve) => setTimeout(resolve, 100))
  handleOrder(chosen)
}
