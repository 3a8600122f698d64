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
  const order = await waitForCustomer(request)
  // No try around it: the caller is the one who has to hear of an error.
  handleOrder(order)
}
