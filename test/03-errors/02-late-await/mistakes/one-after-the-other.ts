/**
 * @belief A drink can be ordered when the food is there; it takes no longer.
 * @says food and drink are ordered at once
 * @says serve resolved at second 10 instead of 9
 * @says each job waits for the one before
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  return [await food(), await drink()]
}
