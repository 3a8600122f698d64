export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  const underWay = new Set<Promise<unknown>>()
  let line: Promise<unknown> = Promise.resolve()

  return <T>(job: () => Promise<T>): Promise<T> => {
    // Only the head of the line looks for room; the others wait for it.
    const mine = line.then(async () => {
      while (underWay.size >= max) await Promise.race(underWay)
      const cooking = (async () => job())()
      const over: Promise<unknown> = cooking.then(
        () => underWay.delete(over),
        () => underWay.delete(over),
      )
      underWay.add(over)
      return { cooking }
    })
    line = mine
    return mine.then(({ cooking }) => cooking)
  }
}
