/** Promises that are opened from outside, one for each customer, and a queue of callbacks. */
class Deferred<T> {
  resolve!: (value: T | PromiseLike<T>) => void
  reject!: (reason: unknown) => void
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve
    this.reject = reject
  })
}

const serve = async <C, S>(customer: C, handle: (customer: C) => Promise<S>, bell: Deferred<S>) => {
  try {
    bell.resolve(await handle(customer))
  } catch (error) {
    bell.reject(error)
  }
}

export async function serveInTurn<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const served = new Map<number, S>()
  for (let index = 0; index < customers.length; index += 1) {
    const bell = new Deferred<S>()
    void serve(customers[index] as C, handle, bell)
    served.set(index, await bell.promise)
  }
  return [...served.values()]
}

export function serveTogether<C, S>(
  customers: C[],
  handle: (customer: C) => Promise<S>,
): Promise<S[]> {
  const bells = customers.map(() => new Deferred<S>())
  bells.forEach((bell, index) => queueMicrotask(() => serve(customers[index] as C, handle, bell)))
  return Promise.all(bells.map(({ promise }) => promise))
}
