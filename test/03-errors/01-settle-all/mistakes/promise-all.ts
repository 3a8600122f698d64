/**
 * @belief Promise.all waits for all the promises, so it waits until the last one has settled.
 * @says settle all ended at second 1 while four jobs were still running
 * @says when dish 1 had failed, settle all did not wait for the rest
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok = await Promise.all(jobs.map((job) => job()))
  return { ok, failed: [] }
}
