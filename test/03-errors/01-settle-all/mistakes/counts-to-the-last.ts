/**
 * @belief The last job to settle writes the report; there is always a last one.
 * @says settle all never ended
 * @says Somewhere a promise is awaited that nobody resolves or rejects
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
    const countDown = () => {
      left -= 1
      // flat leaves out the places that were never filled.
      if (left === 0) resolve({ ok: ok.flat(0) as T[], failed: failed.flat(0) })
    }
    for (const [index, job] of jobs.entries()) {
      job()
        .then(
          (value) => (ok[index] = value),
          (error: unknown) => (failed[index] = error),
        )
        .then(countDown)
    }
  })
}
