interface Request {
  table: number
}

interface Order {
  dish: string
}

/** A promise made by hand, with both of its doors. */
export function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    waitForCustomer(request)
      .then((order) => resolve(handleOrder(order)))
      .catch(reject)
  })
}
