/**
 * @belief When the kitchen has failed, there is still time to ask the bar.
 * @says The food fails at second 3, and the guest has to hear it at second 3
 * @says serve rejected at second 8 instead of 3
 * @says Start both before you wait for either
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
