/**
 * @belief Between two lines of one function nobody else comes along.
 * @says Every call asks its customer, and shares nothing with the others
 * @says [ 'soup', 'pie', 'cake', 'cake' ]
 */
interface Request {
  table: number
}

interface Order {
  dish: string
}

let order: Order

export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  await waitForCustomer(request).then((chosen) => {
    order = chosen
  })
  handleOrder(order)
}
