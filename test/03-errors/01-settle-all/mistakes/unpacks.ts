/**
 * @belief An AggregateError is several failures, so each of its errors is one.
 * @says A reason that holds other errors is one reason
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  return {
    ok: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    failed: outcomes.flatMap((outcome) => {
      if (outcome.status === 'fulfilled') return []
      return outcome.reason instanceof AggregateError ? outcome.reason.errors : [outcome.reason]
    }),
  }
}
