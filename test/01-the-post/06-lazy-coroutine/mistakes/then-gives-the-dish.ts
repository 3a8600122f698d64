/**
 * @belief `then` hands the dish over by returning it.
 * @says guest never ended
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  return { then: async () => await fn() } as unknown as PromiseLike<T>
}
