/**
 * @belief allSettled gives a list of errors for what failed, ready to be handed on.
 * @says failed holds the very reason of each failure
 * @says status: 'rejected'
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const outcomes = await Promise.allSettled(jobs.map((job) => job()))
  return {
    ok: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    failed: outcomes.filter((outcome) => outcome.status === 'rejected'),
  }
}
