/**
 * @belief A limit lets no error through.
 * @says What the four came to
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await job()
    } catch {
      return undefined as never
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
