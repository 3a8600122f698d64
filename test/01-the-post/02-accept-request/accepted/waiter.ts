interface Request {
  table: number
}

interface Order {
  dish: string
}

/** A waiter takes a short walk before asking, and awaits even what needs no awaiting. */
class Waiter {
  readonly #ask: (request: Request) => Promise<Order>

  constructor(ask: (request: Request) => Promise<Order>) {
    this.#ask = ask
  }

  async serve(request: Request): Promise<Order> {
    await Promise.resolve()
    const [order] = await Promise.all([this.#ask(request)])
    return order
  }
}

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  await handleOrder(await new Waiter(waitForCustomer).serve(request))
}
