/**
 * @belief A job that went well has given something, and one that failed has a reason.
 * @says A job that resolves went well, even when it resolves to an Error, or to undefined
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const reports = await Promise.all(
    jobs.map((job) =>
      job().then(
        (value): { value?: T; error?: unknown } => ({ value }),
        (error: unknown): { value?: T; error?: unknown } => ({ error }),
      ),
    ),
  )
  return {
    ok: reports.flatMap(({ value }) => (value === undefined ? [] : [value])),
    failed: reports.flatMap(({ error }) => (error === undefined ? [] : [error])),
  }
}
