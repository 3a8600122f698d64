interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** Handlers at once that do nothing, and a look at each promise when its turn comes. */
export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const running = jobs.map((job) => job())
  for (const promise of running) promise.catch(() => undefined)
  const outcome: Outcome<T> = { ok: [], failed: [] }
  for (const promise of running) {
    try {
      outcome.ok.push(await promise)
    } catch (error) {
      outcome.failed.push(error)
    }
  }
  return outcome
}
