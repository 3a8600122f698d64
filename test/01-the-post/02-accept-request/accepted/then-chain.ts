interface Request {
  table: number
}

interface Order {
  dish: string
}

export const acceptRequest = (
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> => waitForCustomer(request).then(handleOrder)
