/**
 * @belief The line after the await is always reached.
 * @says never ended
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    const value = await job()
    const next = waiting.shift()
    if (next) next()
    else free += 1
    return value
  }
}
