/**
 * @belief A try around Promise.all catches each failure; the others come through as usual.
 * @says settle all ended at second 1 while four jobs were still running
 * @says when dish 1 had failed, settle all did not wait for the rest
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed: unknown[] = []
  try {
    await Promise.all(jobs.map(async (job) => ok.push(await job())))
  } catch (error) {
    failed.push(error)
  }
  return { ok, failed }
}
