/**
 * @belief A customer who leaves is no error: there is just nothing left to do.
 * @says tells the caller when the customer leaves
 * @says accept resolved where it should have rejected
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
  await waitForCustomer(request).then(handleOrder, () => undefined)
}
