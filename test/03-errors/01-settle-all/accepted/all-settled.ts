interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** The platform's own answer, and a thin adapter around it. */
export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  const ok: T[] = []
  const failed: unknown[] = []
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') ok.push(outcome.value)
    else failed.push(outcome.reason)
  }
  return { ok, failed }
}
