/**
 * @belief concat puts one more thing at the end of a list, whatever it is.
 * @says a list is one thing
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  await Promise.race([plate, glass])
  const tray: unknown[] = []
  return tray.concat(await plate).concat(await glass) as [F, D]
}
