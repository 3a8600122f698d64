/**
 * @belief The reports may be written down as they come in.
 * @says ok holds the dishes that went well, in the order of the jobs
 * @says [ 'dish 3', 'dish 5', 'dish 7', 'dish 9' ]
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed: unknown[] = []
  await Promise.all(
    jobs.map(async (job) => {
      try {
        ok.push(await job())
      } catch (error) {
        failed.push(error)
      }
    }),
  )
  return { ok, failed }
}
