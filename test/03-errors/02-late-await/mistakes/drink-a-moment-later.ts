/**
 * @belief An await of nothing between the two orders is no waiting.
 * @says Call both functions in one go
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  plate.catch(() => undefined)
  await null
  return await Promise.all([plate, drink()])
}
