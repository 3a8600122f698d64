/** A generator that lives as long as the program: one shift at a time, or a refusal. */
type Shift = {
  main: () => Promise<any>
  resolve: (value: any) => void
  reject: (e: unknown) => void
}

function* restaurant(): Generator<undefined, never, Shift | 'closed'> {
  for (;;) {
    const shift = yield
    if (shift === 'closed') continue
    const close = (then: () => void) => {
      shop.next('closed')
      then()
    }
    queueMicrotask(() => {
      new Promise((go) => go(shift.main())).then(
        (value) => close(() => shift.resolve(value)),
        (error: unknown) => close(() => shift.reject(error)),
      )
    })
    for (let next = yield; next !== 'closed'; next = yield) {
      next.reject(new Error('run() cannot be called while another run() is in progress'))
    }
  }
}

const shop = restaurant()
shop.next()

export const run = <T>(main: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    shop.next({ main, resolve, reject })
  })
