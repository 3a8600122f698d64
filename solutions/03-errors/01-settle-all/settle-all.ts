/** What came of some jobs, both lists in the order of the jobs. */
export interface Outcome<T> {
  /** What the jobs that went well resolved to. */
  ok: T[]
  /** The reasons with which the others were rejected. */
  failed: unknown[]
}

/** Starts all jobs together, and waits until the last one has settled. */
export async function settleAll<T>(
  jobs: (() => Promise<T>)[],
): Promise<Outcome<T>> {
  // A failure ends in `settle`, so here is nothing that could reject.
  const outcomes = await Promise.all(jobs.map((job) => settle(job)))
  return {
    ok: outcomes.flatMap(({ ok }) => ok),
    failed: outcomes.flatMap(({ failed }) => failed),
  }
}

/** What came of a single job: a list of one, and an empty list. */
async function settle<T>(job: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: [await job()], failed: [] }
  } catch (error) {
    return { ok: [], failed: [error] }
  }
}
