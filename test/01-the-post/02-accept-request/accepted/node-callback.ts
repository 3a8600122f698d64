import { callbackify } from 'node:util'

interface Request {
  table: number
}

interface Order {
  dish: string
}

/** Node's own callbacks, in which a rejection with nothing comes as an error that holds it. */
export const acceptRequest = (
  request: Request,
  waitForCustomer: (request: Request) => Promise<Order>,
  handleOrder: (order: Order) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    callbackify(waitForCustomer)(request, (error: unknown, order) => {
      if (error) {
        const nothing = error instanceof Error && 'code' in error && 'reason' in error
        return reject(nothing ? error.reason : error)
      }
      try {
        handleOrder(order)
        resolve()
      } catch (problem) {
        reject(problem)
      }
    })
  })
