/** @says the kitchen is closed */
export const main = new Proxy(async () => {}, {
  get() {
    throw new Error('the kitchen is closed')
  },
  apply() {
    throw new Error('the kitchen is closed')
  },
})
