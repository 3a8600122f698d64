/**
 * @belief A drink can be ordered when the food is there; it takes no longer.
 * @says Both are ordered at second 0
 * @says serve resolved at second 10 instead of 9
 * @says Start both before you wait for either
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  return [await food(), await drink()]
}
