/**
 * @belief An await of nothing between two dishes is no waiting.
 * @says Take all three dishes out of the generator in one go
 * @says Taken before the first wait: 1, where it should be 3
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const fill: ((promise: Promise<T>) => void)[] = []
  const plates: Promise<T>[] = []
  for (const dish of promises) {
    const plate = new Promise<T>((resolve) => fill.push(resolve))
    plate.catch(() => undefined)
    plates.push(plate)
    const real = Promise.resolve(dish)
    const put = () => fill.shift()?.(real)
    real.then(put, put)
    await null
  }
  for (const plate of plates) yield await plate
}
