/**
 * @belief Both are running, so they may be awaited one after the other.
 * @says the guest has to hear it at second 1. serve rejected at second 9 instead of 1
 * @says the drink failed while you waited for the food, and nobody was listening
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  return [await plate, await glass]
}
