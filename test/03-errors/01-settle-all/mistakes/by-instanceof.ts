/**
 * @belief What is an Error has failed, and what is none went well.
 * @says A job that resolves went well, even when it resolves to an Error, or to undefined
 * @says A job that rejects has failed, even when the reason is no Error, or undefined
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const answers = await Promise.all(jobs.map((job) => job().catch((error: unknown) => error)))
  return {
    ok: answers.filter((answer) => !(answer instanceof Error)) as T[],
    failed: answers.filter((answer) => answer instanceof Error),
  }
}
