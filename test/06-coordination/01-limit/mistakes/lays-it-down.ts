/**
 * @belief A flame that is laid down waits for whoever was called.
 * @says newcomer
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const waiting: (() => void)[] = []
  return async (job) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    free -= 1
    try {
      return await job()
    } finally {
      free += 1
      waiting.shift()?.()
    }
  }
}
