/**
 * @belief Whoever is done gives the flame back and calls the next one.
 * @says newcomer
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      free += 1
    }
  }
}
