/**
 * @belief Calling waitForCustomer again gives the order that is already there.
 * @says accept resolved at second 8 instead of 4
 * @says waitForCustomer is called once, with the request
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
  if (await waitForCustomer(request)) {
    handleOrder(await waitForCustomer(request))
  }
}
