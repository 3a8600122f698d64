/**
 * @belief First let both come to their end, then see whether one of them has failed.
 * @says the guest hears at once of a drink that fails serve rejected at second 9 instead of 1
 * @says serve ended only when food was over
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
