/**
 * @belief Promise.all waits for all the promises, so it waits until the last one has settled.
 * @says settle all settled at second 1 while four jobs were still running
 * @says a failure ended the wait, and what was started ran on
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok = await Promise.all(jobs.map((job) => job()))
  return { ok, failed: [] }
}
