interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

type Line<T> = (outcome: Outcome<T>) => void

/** Every job becomes a line of the report, and the lines are written in a fold. */
export const settleAll = <T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> =>
  jobs
    .map((job) => lineOf(job))
    .reduce(
      async (before, line) => {
        const outcome = await before
        const write = await line
        write(outcome)
        return outcome
      },
      Promise.resolve<Outcome<T>>({ ok: [], failed: [] }),
    )

const lineOf = <T>(job: () => Promise<T>): Promise<Line<T>> =>
  job()
    .then(
      (value): Line<T> =>
        (outcome) =>
          void outcome.ok.push(value),
    )
    .catch(
      (error: unknown): Line<T> =>
        (outcome) =>
          void outcome.failed.push(error),
    )
