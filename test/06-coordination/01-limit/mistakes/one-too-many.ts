/**
 * @belief There is room as long as no more than the limit are there.
 * @says three ran at the same time
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max + 1
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
