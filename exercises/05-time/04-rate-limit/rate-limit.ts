/**
 * Makes a function that does what `call` does, but begins no more than `limit`
 * calls within any `per` milliseconds. Whoever is too many waits for their turn.
 */
export function rateLimit<A extends unknown[], R>(
  _limit: number,
  _per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  // TODO: everybody is let through at once. Make them wait for their turn.
  // Delete this comment when you begin.
  return call
}
