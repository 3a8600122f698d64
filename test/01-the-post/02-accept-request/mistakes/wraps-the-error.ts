/**
 * @belief An error should be wrapped by everybody through whose hands it goes.
 * @says the caller hears that very error
 * @says the request failed
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
  } catch (error) {
    throw new Error('the request failed', { cause: error })
  }
}
