/**
 * @belief Deal the jobs out to the flames, one after the other.
 * @says all resolved at second 19 instead of 16
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  const lanes: Promise<unknown>[] = Array.from({ length: max }, () => Promise.resolve())
  let next = 0
  return <T>(job: () => Promise<T>) => {
    const lane = next++ % max
    const mine = lanes[lane]!.then(() => job())
    lanes[lane] = mine.catch(() => undefined)
    return mine
  }
}
