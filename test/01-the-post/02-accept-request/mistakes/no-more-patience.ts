/**
 * @belief Nobody reads a menu for longer than a minute, so one may stop waiting then.
 * @says A customer may read for an hour
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
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the customer is too slow')), 60_000)
  })
  try {
    handleOrder(await Promise.race([waitForCustomer(request), patience]))
  } finally {
    clearTimeout(timer)
  }
}
