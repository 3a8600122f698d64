/**
 * @belief A function that is called later is lazy, and awaiting it calls it.
 * @says Awaiting the slip should give the dish
 * @says `await` looks for a method called `then` and calls it
 */
export function coroutine<T>(fn: () => Promise<T>): PromiseLike<T> {
  const slip = () => fn()
  // @ts-expect-error a function has no `then`
  return slip
}
