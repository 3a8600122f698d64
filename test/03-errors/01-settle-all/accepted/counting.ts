interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** Callbacks, a counter, and a single promise at the door. */
export function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const ok = new Map<number, T>()
    const failed = new Map<number, unknown>()
    const inOrder = <V>(found: Map<number, V>) =>
      [...found].sort(([a], [b]) => a - b).map(([, value]) => value)
    const report = () => {
      if (ok.size + failed.size < jobs.length) return
      resolve({ ok: inOrder(ok), failed: inOrder(failed) })
    }
    jobs.forEach((job, index) => {
      job()
        .then(
          (value) => void ok.set(index, value),
          (error: unknown) => void failed.set(index, error),
        )
        .then(report)
    })
    report()
  })
}
