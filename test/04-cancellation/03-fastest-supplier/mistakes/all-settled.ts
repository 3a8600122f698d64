/**
 * @belief When all have answered, one looks who has succeeded.
 * @says firstSuccess resolved at second 9 instead of 3
 * @says firstSuccess ended only when farm was over
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const { signal } = new AbortController()
  const outcomes = await Promise.allSettled(jobs.map((job) => job(signal)))
  const winner = outcomes.find((one) => one.status === 'fulfilled')
  if (winner) return winner.value
  throw new AggregateError(outcomes.map((one) => one.status === 'rejected' && one.reason))
}
