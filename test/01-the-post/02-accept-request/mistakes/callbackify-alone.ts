/**
 * @belief callbackify hands every reason on as it is.
 * @says the caller hears undefined, and no error of your own
 * @says Promise was rejected with falsy value
 */
import { callbackify } from 'node:util'

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
): Promise<void> =>
  new Promise((resolve, reject) => {
    callbackify(waitForCustomer)(request, (error, order) => {
      if (error) return reject(error)
      try {
        handleOrder(order)
        resolve()
      } catch (problem) {
        reject(problem)
      }
    })
  })
