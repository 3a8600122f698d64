/**
 * @belief With a catch beside it that does nothing, the drink may be awaited late.
 * @says the guest hears at once of a drink that fails serve rejected at second 9 instead of 1
 * @says serve ended only when food was over
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  glass.catch(() => undefined)
  return [await plate, await glass]
}
