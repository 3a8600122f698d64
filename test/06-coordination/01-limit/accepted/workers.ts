export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  const orders: (() => Promise<void>)[] = []
  let cooks = 0

  async function cook() {
    cooks += 1
    for (let order = orders.shift(); order; order = orders.shift()) await order()
    cooks -= 1
  }

  return (job) =>
    new Promise((resolve, reject) => {
      orders.push(async () => {
        try {
          resolve(await job())
        } catch (error) {
          reject(error)
        }
      })
      if (cooks < max) void cook()
    })
}
