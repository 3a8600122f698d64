/** The whole chain is there from the start, behind a gate that the first `then` opens. */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  let open: ((value?: unknown) => void) | undefined
  const result = new Promise((resolve) => {
    open = resolve
  }).then(() => fn())

  return {
    then(onFulfilled, onRejected) {
      const first = open
      open = undefined
      first?.()
      const told = first
        ? result
        : Promise.reject<T>(new Error('cannot reuse already awaited coroutine'))
      return told.then(onFulfilled, onRejected)
    },
  }
}
