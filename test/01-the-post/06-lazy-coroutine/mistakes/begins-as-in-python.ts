/**
 * @belief An async function begins when it is awaited, as in Python.
 * @says cook started at second 0 instead of 5
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return (async () => await fn())()
}
