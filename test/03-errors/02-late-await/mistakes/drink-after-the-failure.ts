/**
 * @belief When the kitchen has failed, there is still time to ask the bar.
 * @says the guest hears at once of food that fails
 * @says serve rejected at second 8 instead of 3
 * @says each job waits for the one before
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  let meal: F
  try {
    meal = await food()
  } catch (error) {
    await drink()
    throw error
  }
  return [meal, await drink()]
}
