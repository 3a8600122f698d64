/**
 * @belief A table that has been asked once need not be asked again: its answer is known.
 * @says Every call asks its customer
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

const answers = new Map<Request, Promise<Order>>()

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  if (!answers.has(request)) answers.set(request, waitForCustomer(request))
  handleOrder((await answers.get(request))!)
}
