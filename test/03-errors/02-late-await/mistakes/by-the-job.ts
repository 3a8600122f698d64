/**
 * @belief Food and drink are two orders, so the function tells which is which.
 * @says The same function is ordered twice
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const tray = new Map<() => Promise<unknown>, unknown>()
  const carry = async (order: () => Promise<unknown>) => void tray.set(order, await order())
  await Promise.all([carry(food), carry(drink)])
  return [tray.get(food) as F, tray.get(drink) as D]
}
