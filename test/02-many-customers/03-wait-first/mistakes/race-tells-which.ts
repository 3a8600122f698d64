/**
 * @belief Whoever wins Promise.race tells which one it was.
 * @says wait resolved at second 9 instead of 4
 */
interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}
interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}
export async function wait<T>(promises: Promise<T>[], options: Options): Promise<Report<T>> {
  const done = new Set<Promise<T>>()
  const pending = new Set(promises)
  if (options.when === 'first') {
    const first = (await Promise.race(promises)) as never
    done.add(first)
    pending.delete(first)
  } else {
    await Promise.all(promises)
    return { done: new Set(promises), pending: new Set() }
  }
  return { done, pending }
}
