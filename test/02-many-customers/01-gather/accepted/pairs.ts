/** One promise of two, and the list folded with it. */
function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  return new Promise((resolve, reject) => {
    a.then((first) => b.then((second) => resolve([first, second])), reject).catch(reject)
    b.catch(reject)
  })
}

export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  return [...promises].reduce<Promise<T[]>>(
    (before, promise) =>
      both(before, Promise.resolve(promise) as Promise<T>).then(([values, value]) => [
        ...values,
        value,
      ]),
    Promise.resolve([]),
  )
}
