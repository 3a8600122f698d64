/**
 * @belief A promise made by hand is over when what stands in it is done.
 * @says accept never ended
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
  await new Promise(() => {
    waitForCustomer(request).then((order) => handleOrder(order))
  })
}
