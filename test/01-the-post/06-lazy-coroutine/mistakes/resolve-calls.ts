/**
 * @belief To be lazy is to call the function in `then`; that is all.
 * @says cook was started again
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return {
    then(onFulfilled: (value: Promise<T>) => void) {
      onFulfilled(fn())
    },
  } as unknown as PromiseLike<T>
}
