/**
 * @belief Whatever fails has to fail with an Error, so a reason that is none is made one.
 * @says and failed holds the reason itself
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcome: Outcome<T> = { ok: [], failed: [] }
  for (const one of await Promise.allSettled(jobs.map((job) => job()))) {
    if (one.status === 'fulfilled') outcome.ok.push(one.value)
    else
      outcome.failed.push(one.reason instanceof Error ? one.reason : new Error(String(one.reason)))
  }
  return outcome
}
