/**
 * @belief An empty catch makes a promise safe to be awaited later.
 * @says the guest has to hear it at second 1. serve resolved at second 9 instead of 1
 * @says that serves a blank plate
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink().catch(() => undefined)
  return [await plate, (await glass) as D]
}
