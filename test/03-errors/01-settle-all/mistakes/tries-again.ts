/**
 * @belief A job that has failed deserves a second try.
 * @says dish 1 was started again, and once is enough
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job().catch(() => job())))
  const outcome: Outcome<T> = { ok: [], failed: [] }
  for (const one of outcomes) {
    if (one.status === 'fulfilled') outcome.ok.push(one.value)
    else outcome.failed.push(one.reason)
  }
  return outcome
}
