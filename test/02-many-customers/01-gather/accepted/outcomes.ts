/** Nothing but combinators: the first failure in a race with the report on all of them. */
export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const all = Array.from(promises, (promise) => Promise.resolve(promise))
  const report = Promise.allSettled(all).then((outcomes) =>
    outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value as T
    }),
  )
  return Promise.race([...all.map((promise) => promise.then(() => report)), report])
}
