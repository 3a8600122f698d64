/**
 * @belief All jobs are running, so it is enough to catch each failure when its turn comes.
 * @says A promise was rejected and nobody was listening: Error: dish 1 is burnt
 * @says Listen to every job from the start
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const running = jobs.map((job) => job())
  const ok: T[] = []
  const failed: unknown[] = []
  for (const promise of running) {
    try {
      ok.push(await promise)
    } catch (error) {
      failed.push(error)
    }
  }
  return { ok, failed }
}
