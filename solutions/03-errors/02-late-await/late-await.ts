/**
 * Orders food and drink at the same time, and serves both. Rejects as soon
 * as one of them fails, with its error.
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  // Promise.all listens to both from now on. Two awaits, one behind the
  // other, would leave the drink alone as long as the food takes.
  return Promise.all([food(), drink()])
}
