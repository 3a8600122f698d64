/**
 * @belief then(handleOrder(order)) calls handleOrder when the order is there.
 * @says order is not defined
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
  // @ts-expect-error: then wants a function, and at this point there is no order yet.
  await waitForCustomer(request).then(handleOrder(order))
}
