/**
 * @belief A function is awaited by calling it.
 * @says it resolved to [Function (anonymous)]
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  // @ts-expect-error: a function has no `then`.
  return fn
}
