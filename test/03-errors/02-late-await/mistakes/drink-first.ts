/**
 * @belief It is enough to await the quicker one first.
 * @says the guest hears at once of food that fails, too serve rejected at second 5 instead of 3
 * @says food failed meanwhile, and nobody was listening
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  const poured = await glass
  return [await plate, poured]
}
