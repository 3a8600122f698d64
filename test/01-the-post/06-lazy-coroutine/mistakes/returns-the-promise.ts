/**
 * @belief A promise does nothing until somebody awaits it.
 * @says cook started at second 0 instead of 5
 * @says what it promises has always begun
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return fn()
}
