/**
 * @belief Every job is another one, so its function is its name.
 * @says The same job stands in the list twice
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const running = new Map(jobs.map((job) => [job, job()]))
  const outcomes = await Promise.allSettled(running.values())
  return {
    ok: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    failed: outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    ),
  }
}
