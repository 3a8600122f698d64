/**
 * @belief An await waits also for what the call behind it is given.
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
  // @ts-expect-error: a promise of an order stands where an order belongs.
  await handleOrder(waitForCustomer(request))
}
