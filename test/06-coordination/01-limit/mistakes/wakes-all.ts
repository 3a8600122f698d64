/**
 * @belief Whoever is done wakes everybody who waits.
 * @says ran at the same time
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else {
      await new Promise<void>((resolve) => waiting.push(resolve))
      free -= 1
    }
    try {
      return await job()
    } finally {
      free += 1
      for (const next of waiting.splice(0)) next()
    }
  }
}
