/**
 * @belief A then is enough: the function has promised the rest, so it waits for it.
 * @says accept ended at second 0 while one job was still running
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
  waitForCustomer(request).then(async (order) => {
    await handleOrder(order)
  })
}
