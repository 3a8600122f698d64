/**
 * @belief then(f(x)) calls f when the promise is there.
 * @says handled came before customer was over
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
  await waitForCustomer(request).then(handleOrder({ dish: 'soup' }) as never)
}
