/**
 * @belief In a try, return job() waits as well.
 * @says ran at the same time
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
