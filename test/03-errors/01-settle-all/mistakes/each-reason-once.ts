/**
 * @belief Two jobs that fail for the same reason are one failure.
 * @says failed has a reason for each of them
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}
export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed = new Set<unknown>()
  for (const it of await Promise.allSettled(jobs.map((job) => job()))) {
    if (it.status === 'fulfilled') ok.push(it.value)
    else failed.add(it.reason)
  }
  return { ok, failed: [...failed] }
}
