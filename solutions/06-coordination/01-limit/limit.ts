/**
 * Makes a function that does a job as soon as fewer than `max` of its jobs are
 * under way. Whoever is too many waits in line.
 */
export function limit(
  max: number,
): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  const line: (() => void)[] = []
  return async (job) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await job()
    } finally {
      // Handed on, not laid down: nobody who comes just now can snatch it.
      const next = line.shift()
      if (next) next()
      else free += 1
    }
  }
}
