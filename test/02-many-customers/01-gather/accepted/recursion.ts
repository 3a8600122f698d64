/** The first one, and beside it the rest in the same manner, with a deferred for the two. */
function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]))
  return { promise, resolve, reject }
}

function together<T>([first, ...others]: Promise<T>[]): Promise<T[]> {
  if (first === undefined) return Promise.resolve([])
  const { promise, resolve, reject } = deferred<T[]>()
  const open = { head: undefined as { value: T } | undefined, rest: undefined as T[] | undefined }
  const look = () => {
    if (open.head && open.rest) resolve([open.head.value, ...open.rest])
  }
  first.then((value) => {
    open.head = { value }
    look()
  }, reject)
  together(others).then((values) => {
    open.rest = values
    look()
  }, reject)
  return promise
}

export const gather = <T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> =>
  together(Array.from(promises, (promise) => Promise.resolve(promise) as Promise<T>))
