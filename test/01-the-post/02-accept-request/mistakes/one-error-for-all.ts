/**
 * @belief One variable at the top of the file is enough to remember what has gone wrong.
 * @says serves the next customer as if nothing had happened
 * @says accept 2 rejected where it should have resolved
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

let problem: unknown

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  await waitForCustomer(request)
    .then(handleOrder)
    .catch((error: unknown) => {
      problem = error
    })
  if (problem !== undefined) throw problem
}
