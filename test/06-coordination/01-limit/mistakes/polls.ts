/**
 * @belief One can look once a second whether there is room.
 * @says newcomer
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let running = 0
  return async (job) => {
    while (running >= max) await new Promise((resolve) => setTimeout(resolve, 1_000))
    running += 1
    try {
      return await job()
    } finally {
      running -= 1
    }
  }
}
