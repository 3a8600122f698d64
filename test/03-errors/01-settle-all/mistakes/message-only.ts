/**
 * @belief The words of an error are enough for the report.
 * @says failed holds the very reason of each failure
 * @says [ 'dish 1 is burnt' ]
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  const ok: T[] = []
  const failed: unknown[] = []
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') ok.push(outcome.value)
    else failed.push(outcome.reason instanceof Error ? outcome.reason.message : outcome.reason)
  }
  return { ok, failed }
}
