/**
 * @belief An error is always something: if there is nothing in the variable, nothing has gone wrong.
 * @says The promise of the customer is rejected with undefined
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
  let problem: unknown
  try {
    handleOrder(await waitForCustomer(request))
  } catch (error) {
    problem = error
  }
  if (problem) throw problem
}
