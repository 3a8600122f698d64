/**
 * @belief A table that is being waited for need not be asked a second time.
 * @says Every call asks its customer, and shares nothing with the others
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

const open = new Map<number, Promise<void>>()

export function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const accept = async () => {
    try {
      handleOrder(await waitForCustomer(request))
    } finally {
      open.delete(request.table)
    }
  }
  const current = open.get(request.table) ?? accept()
  open.set(request.table, current)
  return current
}
