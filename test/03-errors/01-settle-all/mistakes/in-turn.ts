/**
 * @belief To catch the failures one by one, the jobs have to be awaited one by one.
 * @says one burnt dish does not hide the four good ones
 * @says settle all resolved at second 25 instead of 9
 * @says each job waits for the one before
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed: unknown[] = []
  for (const job of jobs) {
    try {
      ok.push(await job())
    } catch (error) {
      failed.push(error)
    }
  }
  return { ok, failed }
}
