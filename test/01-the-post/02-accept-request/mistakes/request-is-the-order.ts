/**
 * @belief When the customer has chosen, the order stands in the request.
 * @says handleOrder is called once, with what the customer has chosen
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
  await waitForCustomer(request)
  // @ts-expect-error: a request stands where an order belongs.
  handleOrder(request)
}
