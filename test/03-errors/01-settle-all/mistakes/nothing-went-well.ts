/**
 * @belief When not even one job went well, the whole has failed.
 * @says resolves even when every dish is burnt: the report is the answer
 * @says settle all rejected where it should have resolved
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  const ok = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failed = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  )
  if (ok.length === 0 && failed.length > 0) throw new AggregateError(failed, 'nothing went well')
  return { ok, failed }
}
