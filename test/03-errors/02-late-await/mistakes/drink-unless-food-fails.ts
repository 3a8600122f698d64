/**
 * @belief Before the drink is ordered one should see whether the kitchen has failed already.
 * @says orders both before anybody waits, so before anybody can fail
 * @says Ordered before the first wait: 1, where it should be 2
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  let failed = false
  plate.catch(() => (failed = true))
  await Promise.resolve()
  if (failed) throw await plate.catch((error: unknown) => error)
  return Promise.all([plate, drink()])
}
