/**
 * @belief The four seconds have to be waited for here; the call itself takes no time.
 * @says accept resolved at second 8 instead of 4
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
  await new Promise((resolve) => setTimeout(resolve, 4_000))
  handleOrder(await waitForCustomer(request))
}
