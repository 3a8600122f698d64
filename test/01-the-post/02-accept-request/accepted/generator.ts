interface Request {
  table: number
}

interface Order {
  dish: string
}

async function* ordersOf(request: Request, ask: (request: Request) => Promise<Order>) {
  yield await ask(request)
}

/** A table is a stream of orders, of which there is one. */
export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  for await (const order of ordersOf(request, waitForCustomer)) handleOrder(order)
}
