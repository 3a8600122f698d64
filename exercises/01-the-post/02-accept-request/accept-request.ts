/** A table asks for the menu. */
export interface Request {
  table: number
}

/** What the customer has chosen from it. */
export interface Order {
  dish: string
}

/** Waits until the customer has chosen, and handles the order then. */
export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  // TODO: wait for the customer, and hand the order to handleOrder. As yet,
  // nobody listens to the answer. Delete this comment when you begin.
  waitForCustomer(request)
}
