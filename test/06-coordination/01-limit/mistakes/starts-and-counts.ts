/**
 * @belief A job begins to count when somebody waits for it.
 * @says five ran at the same time
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    const cooking = job()
    cooking.catch(() => undefined)
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await cooking
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
