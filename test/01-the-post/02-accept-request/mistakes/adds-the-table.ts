/**
 * @belief The kitchen needs the table as well, so it is written onto the order.
 * @says handleOrder is called once, with what the customer has chosen
 * @says table: 7
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
  const order = await waitForCustomer(request)
  handleOrder(Object.assign(order, { table: request.table }))
}
