/**
 * @belief resolve(fn()) calls fn when somebody awaits the promise.
 * @says cook started at second 0 instead of 5
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return new Promise((resolve) => resolve(fn()))
}
