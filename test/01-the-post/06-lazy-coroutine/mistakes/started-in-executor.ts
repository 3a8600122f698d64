/**
 * @belief The function given to `new Promise` runs when the promise is awaited.
 * @says cook started at second 0 instead of 5
 * @says cook was started before guest was
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return new Promise((resolve, reject) => {
    fn().then(resolve, reject)
  })
}
