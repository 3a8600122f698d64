/**
 * @belief finally stands for "one way or the other", so nothing is left to be caught.
 * @says A promise was rejected and nobody was listening: Error: dish 1 is burnt
 * @says each then, catch and finally makes a new promise, which may fail like the one before
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const ok: T[] = []
  const failed: unknown[] = []
  let left = jobs.length
  return new Promise((resolve) => {
    if (left === 0) resolve({ ok, failed })
    for (const [index, job] of jobs.entries()) {
      const running = job()
      running.then(
        (value) => (ok[index] = value),
        (error: unknown) => (failed[index] = error),
      )
      running.finally(() => {
        left -= 1
        if (left === 0) resolve({ ok: ok.flat(0) as T[], failed: failed.flat(0) })
      })
    }
  })
}
