/**
 * @belief What one table asks for is handled one after another.
 * @says the second customer is asked at once
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

const last = new Map<number, Promise<unknown>>()

export function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const accept = async () => handleOrder(await waitForCustomer(request))
  const before = last.get(request.table)
  const current = before ? before.then(accept) : accept()
  last.set(
    request.table,
    current.catch(() => undefined),
  )
  return current
}
