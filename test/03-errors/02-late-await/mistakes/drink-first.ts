/**
 * @belief It is enough to await the quicker one first.
 * @says The food fails at second 3, and the guest has to hear it at second 3. serve rejected at second 5 instead of 3
 * @says the food failed while you waited for the drink, and nobody was listening
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
