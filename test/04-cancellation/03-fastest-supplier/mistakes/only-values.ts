/**
 * @belief Of those who have answered, the one with a value has succeeded.
 * @says takes every value for a success, even none
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const losers = new AbortController()
  const errors: unknown[] = []
  const open = new Map<number, Promise<{ index: number; value?: T; error?: unknown }>>()
  for (const [index, job] of jobs.entries()) {
    open.set(
      index,
      job(losers.signal).then(
        (value) => ({ index, value }),
        (error: unknown) => ({ index, error }),
      ),
    )
  }
  while (open.size > 0) {
    const { index, value, error } = await Promise.race(open.values())
    open.delete(index)
    if (value !== undefined) {
      losers.abort()
      return value
    }
    errors[index] = error
  }
  throw new AggregateError(errors)
}
