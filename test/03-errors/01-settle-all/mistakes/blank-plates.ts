/**
 * @belief Whoever failed stays in the list as undefined, and the caller will see that.
 * @says in the order of the jobs, and nothing for the others
 * @says [ 'dish 9', undefined, 'dish 3'
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const failed: unknown[] = []
  const ok = await Promise.all(
    jobs.map((job, index) =>
      job().catch((error: unknown) => {
        failed[index] = error
        return undefined as T
      }),
    ),
  )
  return { ok, failed: failed.flat() }
}
