/**
 * @belief Whoever was woken looks whether there is room, and if not goes to the end.
 * @says newcomer
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    free -= 1
    try {
      return await job()
    } finally {
      free += 1
      waiting.shift()?.()
    }
  }
}
