/**
 * @belief await takes what `then` returns.
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return { then: fn } as unknown as PromiseLike<T>
}
