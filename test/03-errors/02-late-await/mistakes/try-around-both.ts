/**
 * @belief A try around both awaits hears whatever goes wrong between its braces.
 * @says the guest hears at once of a drink that fails serve rejected at second 9 instead of 1
 * @says drink failed meanwhile, and nobody was listening
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  try {
    const meal = await plate
    return [meal, await glass]
  } catch (error) {
    throw error
  }
}
