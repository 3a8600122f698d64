/**
 * @belief Only what went well has to be counted; a failure needs no place in the sum.
 * @says one burnt dish does not hide the four good ones
 * @says settle all never ended
 * @says the work was done at second 9, and settle all waited on
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
    const report = () => resolve({ ok: ok.flat(0) as T[], failed: failed.flat(0) })
    if (left === 0) report()
    for (const [index, job] of jobs.entries()) {
      job().then(
        (value) => {
          ok[index] = value
          left -= 1
          if (left === 0) report()
        },
        (error: unknown) => {
          failed[index] = error
        },
      )
    }
  })
}
