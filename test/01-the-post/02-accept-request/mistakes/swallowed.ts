/**
 * @belief An error has to be caught where it happens, or else the restaurant stops.
 * @says tells the caller when handleOrder throws
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
  try {
    handleOrder(await waitForCustomer(request))
  } catch {
    // The guests need not know.
  }
}
