/** Callbacks all the way, and a single promise at the door. */
export function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return new Promise((resolve, reject) => {
    const served: S[] = []
    const next = () => {
      if (served.length === customers.length) return resolve(served)
      handle(customers[served.length]!).then((meal) => {
        served.push(meal)
        next()
      }, reject)
    }
    next()
  })
}

export function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  return new Promise((resolve, reject) => {
    const served = new Array<S>(customers.length)
    let left = customers.length
    if (left === 0) resolve(served)
    customers.forEach((customer, index) => {
      handle(customer).then((meal) => {
        served[index] = meal
        left -= 1
        if (left === 0) resolve(served)
      }, reject)
    })
  })
}
