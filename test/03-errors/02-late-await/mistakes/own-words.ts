/**
 * @belief The guest need not know what the bar said: that something failed is enough.
 * @says The guest has to hear what the bar said
 * @says serve failed
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  try {
    return await Promise.all([food(), drink()])
  } catch {
    throw new Error('serve failed')
  }
}
