/**
 * @belief With a catch beside it that does nothing, the drink may be awaited late.
 * @says the guest has to hear it at second 1. serve rejected at second 9 instead of 1
 * @says the failure of the drink had to wait until the food was there
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
