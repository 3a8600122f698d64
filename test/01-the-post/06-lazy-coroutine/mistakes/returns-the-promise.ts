/**
 * @belief A promise does nothing until somebody awaits it.
 * @says cook started at second 0 instead of 5
 * @says cook was started before guest was
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return fn()
}
