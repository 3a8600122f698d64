/**
 * @belief A limit turns away whoever is too many.
 * @says Your code threw Error
 */
export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  let free = max
  return async (job) => {
    if (free > 0) free -= 1
    else throw new Error('the kitchen is full')
    try {
      return await job()
    } finally {
      free += 1
    }
  }
}
