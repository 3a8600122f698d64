/**
 * @belief concat puts one more thing at the end of a list, whatever it is.
 * @says A result that is a list is one result
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  let ok: T[] = []
  let failed: unknown[] = []
  for (const outcome of await Promise.allSettled(jobs.map((job) => job()))) {
    if (outcome.status === 'fulfilled') ok = ok.concat(outcome.value)
    else failed = failed.concat(outcome.reason)
  }
  return { ok, failed }
}
