/**
 * @belief What is written at the top of the file belongs to each kitchen.
 * @says two kitchens know nothing of each other
 */
let running = 0
const waiting: (() => void)[] = []

export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  return async (job) => {
    if (running < max) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
