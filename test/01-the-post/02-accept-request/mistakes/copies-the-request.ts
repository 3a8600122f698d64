/**
 * @belief The customer may be asked with a fresh slip, as long as the table is the same.
 * @says Pass on the request itself
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
  const { table } = request
  handleOrder(await waitForCustomer({ table }))
}
