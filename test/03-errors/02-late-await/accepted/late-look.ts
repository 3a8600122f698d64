/** Handlers for both at once, and a look at each of them afterwards. */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  // The race hears of the first failure, and keeps an ear on the second.
  await Promise.race([plate, glass])
  return [await plate, await glass]
}
