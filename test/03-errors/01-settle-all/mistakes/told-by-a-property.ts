/**
 * @belief What has an error in it is a failure.
 * @says an object that looks like a note about a failure
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}
export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed: unknown[] = []
  const reports = await Promise.all(jobs.map((job) => job().catch((error: unknown) => ({ error }))))
  for (const it of reports) {
    if (it && typeof it === 'object' && 'error' in it) failed.push(it.error)
    else ok.push(it as T)
  }
  return { ok, failed }
}
