/**
 * @belief Whoever hears of a failure wants an Error, so what is none has to be made one.
 * @says the caller hears undefined, and no error of your own
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
    throw error instanceof Error ? error : new Error(String(error))
  }
}
