/**
 * @belief To wait is to look again and again whether the order is there.
 * @says The customer has chosen after 2,345 milliseconds
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
  let look: (() => Order) | undefined
  waitForCustomer(request).then(
    (order) => (look = () => order),
    (error) => {
      look = () => {
        throw error
      }
    },
  )
  while (!look) await new Promise((resolve) => setTimeout(resolve, 1_000))
  handleOrder(look())
}
