/**
 * @belief A variable comes into being when it is given a value, as in Python.
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
  // @ts-expect-error: nobody has declared it.
  order = await waitForCustomer(request)
  // @ts-expect-error: nor here.
  handleOrder(order)
}
