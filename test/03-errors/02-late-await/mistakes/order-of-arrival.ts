/**
 * @belief What is ready first is served first.
 * @says serve resolves to the food and the drink, in this order
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const tray: unknown[] = []
  const carry = async (order: () => Promise<unknown>) => {
    tray.push(await order())
  }
  await Promise.all([carry(food), carry(drink)])
  return tray as [F, D]
}
