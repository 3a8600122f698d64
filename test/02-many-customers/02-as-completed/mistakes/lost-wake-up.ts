/**
 * @belief A wake-up that comes too early is kept for the next sleep.
 * @says waiter never ended
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises]
  const ready: Promise<T>[] = []
  let wake = (): void => undefined
  for (const promise of list) {
    const dish = Promise.resolve(promise)
    const arrived = () => {
      ready.push(dish)
      wake()
    }
    dish.then(arrived, arrived)
  }
  for (let count = 0; count < list.length; count++) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
    yield await ready.shift()!
  }
}
