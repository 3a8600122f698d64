/**
 * @belief What is not there after a minute will not come any more, and has failed.
 * @says However long a dish takes, the table waits for it
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const inTime = (promise: Promise<T>) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('this takes too long')), 60_000)
    })
    return Promise.race([promise, late]).finally(() => clearTimeout(timer))
  }
  const outcome: Outcome<T> = { ok: [], failed: [] }
  for (const one of await Promise.allSettled(jobs.map((job) => inTime(job())))) {
    if (one.status === 'fulfilled') outcome.ok.push(one.value)
    else outcome.failed.push(one.reason)
  }
  return outcome
}
