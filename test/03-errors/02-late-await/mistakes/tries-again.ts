/**
 * @belief A job that has failed deserves a second try.
 * @says drink was started again, and once is enough
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const carry = <T>(order: () => Promise<T>) => order().catch(() => order())
  return Promise.all([carry(food), carry(drink)])
}
