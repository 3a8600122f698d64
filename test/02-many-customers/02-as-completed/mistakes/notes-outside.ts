/**
 * @belief A promise has one pass on which it goes, so one note for each promise is enough.
 * @says two loops over the same promises get them all, each of them
 */
const passes = new WeakMap<object, (real: Promise<never>) => void>()
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const fill: ((promise: Promise<T>) => void)[] = []
  const plates: Promise<T>[] = []
  for (const dish of promises) {
    const plate = new Promise<T>((resolve) => fill.push(resolve))
    plate.catch(() => undefined)
    plates.push(plate)
    const real = Promise.resolve(dish)
    passes.set(dish, (it) => fill.shift()?.(it))
    const put = () => passes.get(dish)?.(real as Promise<never>)
    real.then(put, put)
  }
  for (const plate of plates) yield await plate
}
