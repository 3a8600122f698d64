/**
 * @belief A try waits for what is begun in it, and hears how that ends.
 * @says the job was started, but accept did not wait for it
 */
/** A table asks for the menu. */
interface Request {
  table: number
}

/** What the customer has chosen from it. */
interface Order {
  dish: string
}

/** Waits until the customer has chosen, and handles the order then. */
export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  try {
    waitForCustomer(request).then((order) => {
      handleOrder(order)
    })
  } catch (error) {
    throw error
  }
}
