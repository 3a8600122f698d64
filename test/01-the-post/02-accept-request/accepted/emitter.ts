import { EventEmitter, once } from 'node:events'

interface Request {
  table: number
}

interface Order {
  dish: string
}

/** The order is an event, and so is its failure. */
export async function acceptRequest(
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> {
  const table = new EventEmitter()
  waitForCustomer(request).then(
    (order) => table.emit('order', order),
    (error: unknown) => table.emit('error', error),
  )
  const [order] = (await once(table, 'order')) as [Order]
  handleOrder(order)
}
