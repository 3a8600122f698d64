/**
 * @belief First let both come to their end, then see whether one of them has failed.
 * @says the guest has to hear it at second 1. serve rejected at second 9 instead of 1
 * @says the failure of the drink had to wait until the food was there
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const [plate, glass] = await Promise.allSettled([food(), drink()])
  if (plate.status === 'rejected') throw plate.reason
  if (glass.status === 'rejected') throw glass.reason
  return [plate.value, glass.value]
}
