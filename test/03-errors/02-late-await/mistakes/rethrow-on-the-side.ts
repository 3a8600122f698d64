/**
 * @belief A catch that throws again has no effect but that somebody has looked.
 * @says serve itself has rejected in time, and yet another promise failed
 * @says A promise was rejected and nobody was listening: Error: the tap is broken
 * @says Each then, catch and finally makes a new promise
 */
export async function serve<F, D>(
  food: () => Promise<F>,
  drink: () => Promise<D>,
): Promise<[F, D]> {
  const plate = food()
  const glass = drink()
  glass.catch((error: unknown) => {
    throw error
  })
  return Promise.all([plate, glass])
}
