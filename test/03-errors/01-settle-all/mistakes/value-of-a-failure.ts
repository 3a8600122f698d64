/**
 * @belief Each entry of allSettled has a value, and with a failure the value is the error.
 * @says failed holds the very reason of each failure: the guest will ask why
 * @says [ undefined ]
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  const valuesOf = (status: string) =>
    outcomes.filter((outcome) => outcome.status === status).map((outcome) => (outcome as any).value)
  return { ok: valuesOf('fulfilled'), failed: valuesOf('rejected') }
}
