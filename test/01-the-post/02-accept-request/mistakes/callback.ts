/**
 * @belief A function that takes its time calls back whoever gives it a function.
 * @says handled never came
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
  // @ts-expect-error: waitForCustomer takes the request alone.
  await waitForCustomer(request, (order: Order) => {
    handleOrder(order)
  })
}
