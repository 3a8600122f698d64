/**
 * @belief An empty catch makes a promise safe to be awaited later.
 * @says the guest hears at once of a drink that fails serve resolved at second 9 instead of 1
 * @says somebody caught the failure of drink and kept it
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink().catch(() => undefined)
  return [await plate, (await glass) as D]
}
